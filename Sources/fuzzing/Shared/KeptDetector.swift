import Detection

/// Compiled once: it is the same for every input, and kept for ever.
///
/// LeakSanitizer looks for addresses, and does not see one that the cases of an enum share a word
/// with: what is only held by such a one counts as lost. So it is not asked about this.
let detector = {
  pauseLeakSanitizer()
  defer { resumeLeakSanitizer() }
  return Detector()
}()

@_silgen_name("__lsan_disable")
private func pauseLeakSanitizer()

@_silgen_name("__lsan_enable")
private func resumeLeakSanitizer()
