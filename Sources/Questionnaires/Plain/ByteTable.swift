/// Values found by a text that still stands as bytes among others, without a string being made of it.
struct ByteTable<Value: Sendable>: Sendable {
  private struct Entry {
    var key: [UInt8]
    var value: Value
  }

  private let entries: [Entry]
  /// Open addressing: an entry's index plus one, or 0 for an empty place; at least half are empty.
  private let places: [Int]

  /// The first of several values under one key counts.
  init(_ pairs: [(key: String, value: Value)]) {
    var entries: [Entry] = []
    var size = 2
    while size < 2 * pairs.count { size *= 2 }
    var places = [Int](repeating: 0, count: size)
    for pair in pairs {
      let key = Array(pair.key.utf8)
      var place = Self.place(of: key.indices, in: key, among: size)
      while places[place] > 0, entries[places[place] - 1].key != key { place = (place + 1) & (size - 1) }
      guard places[place] == 0 else { continue }
      entries.append(Entry(key: key, value: pair.value))
      places[place] = entries.count
    }
    self.entries = entries
    self.places = places
  }

  /// The value under a key that is exactly this part of `bytes`; nil when there is none.
  func value(of text: Range<Int>, in bytes: [UInt8]) -> Value? {
    var place = Self.place(of: text, in: bytes, among: places.count)
    while places[place] > 0 {
      let index = places[place] - 1
      if isKey(index, bytes, text) { return entries[index].value }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func isKey(_ index: Int, _ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    guard entries[index].key.count == text.count else { return false }
    for offset in 0..<text.count where entries[index].key[offset] != bytes[text.lowerBound + offset] {
      return false
    }
    return true
  }

  /// By FNV-1a (Fowler, Noll and Vo, 1991), its upper half mixed in: the low bits see the low bits of bytes alone.
  private static func place(of text: Range<Int>, in bytes: [UInt8], among size: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in text { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (size - 1)
  }
}
