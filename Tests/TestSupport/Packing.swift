import CDeflate
import CZstd

/// Compresses bytes, as the makers of corpora do.
public enum Packing {
  /// One gzip member (RFC 1952).
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    deflate(
      bytes, room: { libdeflate_gzip_compress_bound($0, $1) },
      compress: { libdeflate_gzip_compress($0, $1, $2, $3, $4) })
  }

  /// A zlib stream (RFC 1950).
  public static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    deflate(
      bytes, room: { libdeflate_zlib_compress_bound($0, $1) },
      compress: { libdeflate_zlib_compress($0, $1, $2, $3, $4) })
  }

  /// Bare DEFLATE data (RFC 1951).
  public static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    deflate(
      bytes, room: { libdeflate_deflate_compress_bound($0, $1) },
      compress: { libdeflate_deflate_compress($0, $1, $2, $3, $4) })
  }

  /// One Zstandard frame (RFC 8878) with a checksum, with a dictionary where one is given.
  public static func zstandard(_ bytes: [UInt8], dictionary: [UInt8] = []) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    ZSTD_CCtx_loadDictionary(context, dictionary, dictionary.count)
    let room = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      count = ZSTD_compress2(context, output.baseAddress, room, bytes, bytes.count)
    }
  }

  /// A skippable frame of Zstandard with the number under which `.warc.zst` keeps its dictionary.
  public static func dictionaryFrame(_ content: [UInt8]) -> [UInt8] {
    let size = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    return [0x5D, 0x2A, 0x4D, 0x18] + size + content
  }

  private static func deflate(
    _ bytes: [UInt8], room: (OpaquePointer?, Int) -> Int,
    compress: (OpaquePointer?, UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt8>?, Int) ->
      Int
  ) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    let room = room(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      count = compress(compressor, bytes, bytes.count, output.baseAddress, room)
    }
  }
}
