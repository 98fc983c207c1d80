/// What a stream is read from: a file, memory, or another stream that is decompressed.
protocol ByteOrigin: AnyObject {
  /// Reads some bytes behind what the buffer holds; none at all only where `isAtEnd`, or where what
  /// was read decompresses to nothing.
  func read(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading

  /// Goes on at a byte of the file, where that is possible; says whether it was.
  func seek(toFileOffset offset: Int) throws(SourceError) -> Bool

  /// How much of the file was taken, in bytes.
  var fileOffset: Int { get }

  /// The stream that is decompressed, where there is one.
  var input: ByteStream? { get }
}

extension ByteOrigin {
  /// A file and memory have nothing below them.
  var input: ByteStream? { nil }
}

/// What one step of reading gave.
struct ByteReading {
  /// Whether there is no more.
  var isAtEnd = false
  /// Where in the file the compressed member begins that these bytes are the first of.
  var memberStart: Int?
  /// Where in the file the compressed member ends that these bytes are the last of.
  var memberEnd: Int?
  /// What is wrong with the bytes.
  var trouble: StreamTrouble?
}

/// Trouble that a stream met while it was read.
struct StreamTrouble {
  /// What is wrong, a sentence.
  let message: String
  /// Where in the file.
  let offset: Int
}

/// A compressed member (RFC 1952) or frame (RFC 8878), by its place in the stream and in the file.
struct StreamMember {
  /// Where its content begins in the decompressed stream.
  let start: Int
  /// Where it begins in the file.
  let fileStart: Int
  /// Where its content ends in the decompressed stream, once that is known.
  var end: Int?
  /// Where it ends in the file, once that is known.
  var fileEnd: Int?
}
