import Foundation

/// Maps of a grid world, each a world of its own.
public struct MapCollection: Sendable {
  public let facts: CollectionFacts
  public let maps: [GridMap]

  public init(facts: CollectionFacts, maps: [GridMap]) {
    self.facts = facts
    self.maps = maps
  }

  public static let samples: [CollectionSample<MapCollection>] = [.chaseMaps]

  /// The fewest maps a file may hold, the most, and the most cells of a map without wall.
  public static let fewestMaps = 30
  public static let mostMaps = 1_000
  public static let mostFloor = 120

  /// Reads a text file of maps with empty lines between them.
  ///
  /// `#` is wall, `.` or a space inside a row floor, `S` the start, `G` the goal and `E` the pursuer, each once a
  /// map. All rows of a map are equally long.
  /// - Throws: what cannot be read or is not UTF-8; another sign, a row of another length, a map without one of
  ///   the three or with more, a goal that cannot be reached, more than 120 cells of floor, and fewer than 30
  ///   maps or more than 1,000.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> MapCollection {
    let path = request.location.path
    let text = try wholeText(request.location, declared: request.encoding)
    var maps: [GridMap] = []
    var block: [(line: Int, text: String)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.last == "\r" ? String($0.dropLast()) : String($0)
    }
    for (number, line) in (lines + [""]).enumerated() {
      if !line.allSatisfy(\.isWhitespace) {
        block.append((number + 1, line))
      } else if !block.isEmpty {
        maps.append(try map(block, path: path))
        block = []
      }
    }
    guard (fewestMaps...mostMaps).contains(maps.count) else {
      throw .mapCount(path: path, found: maps.count, least: fewestMaps, most: mostMaps)
    }
    return MapCollection(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .tabular,
        fingerprint: fingerprint(maps)),
      maps: maps)
  }

  static func fingerprint(_ maps: [GridMap]) -> String {
    var digest = ExampleDigest()
    for map in maps { digest.add(map.rows.joined(separator: "\n")) }
    return digest.hexadecimal()
  }

  private static func map(_ rows: [(line: Int, text: String)], path: String) throws(DatasetError) -> GridMap {
    let width = rows[0].text.count
    var cells: [Character] = []
    for row in rows {
      guard row.text.count == width else {
        throw .mapRow(path: path, line: row.line, expected: width, got: row.text.count)
      }
      if let sign = row.text.first(where: { !"#. SGE".contains($0) }) {
        throw .mapSign(path: path, line: row.line, sign: String(sign))
      }
      cells += Array(row.text)
    }
    func place(_ sign: Character) throws(DatasetError) -> Int {
      let places = cells.indices.filter { cells[$0] == sign }
      if places.count == 1 { return places[0] }
      throw .mapPlaces(path: path, line: rows[0].line, sign: String(sign), found: places.count)
    }
    let floor = cells.count { $0 != "#" }
    guard floor <= mostFloor else {
      throw .mapTooLarge(path: path, line: rows[0].line, floor: floor, most: mostFloor)
    }
    let map = GridMap(
      width: width, height: rows.count, walls: cells.map { $0 == "#" }, start: try place("S"),
      goal: try place("G"), pursuer: try place("E"))
    guard map.distances(to: map.goal)[map.start] != nil else {
      throw .goalOutOfReach(path: path, line: rows[0].line)
    }
    return map
  }
}
