import Datasets
import Foundation
import Testing

struct GameCollectionTests {
  private func positions(_ text: String) throws -> PositionCollection {
    let scratch = try Scratch()
    return try PositionCollection.load(DatasetRequest(location: try scratch.write(text)))
  }

  private func maps(_ blocks: [String]) throws -> MapCollection {
    let scratch = try Scratch()
    let file = try scratch.write(blocks.joined(separator: "\n\n") + "\n", "maps.txt")
    do {
      return try MapCollection.load(DatasetRequest(location: file))
    } catch let error as DatasetError {
      throw error.withoutFolder
    }
  }

  private let header = "a,b,c,d,moves\n"
  private func rows(_ last: String) -> String {
    header + String(repeating: "x,o,b,b,3 4\n", count: 29) + last + "\n"
  }

  @Test func `positions are read as the player to move sees them`() throws {
    let read = try positions(rows("-,.,o,X,\"2 1\""))
    #expect(read.squares == 4 && read.positions.count == 30)
    #expect(read.positions[0].squares == [.own, .other, .empty, .empty])
    #expect(read.positions[0].moves == [2, 3])
    #expect(read.positions[29].squares == [.empty, .empty, .other, .own])
    #expect(read.positions[29].moves == [0, 1])
    let turned = try positions(
      "player,a,b,c,d,moves\n" + String(repeating: "o,x,o,,,3\n", count: 30))
    #expect(turned.positions[0].squares == [.other, .own, .empty, .empty])
  }

  @Test func `bad positions are refused with the row`() {
    #expect(throws: DatasetError.unknownSign(column: "b", row: 30, text: "q", known: ["x", "o", "b"])) {
      try positions(rows("x,q,b,b,3"))
    }
    #expect(throws: DatasetError.illegalMove(row: 30, text: "1", squares: 4)) {
      try positions(rows("x,o,b,b,3 1"))
    }
    #expect(throws: DatasetError.illegalMove(row: 30, text: "5", squares: 4)) {
      try positions(rows("x,o,b,b,5"))
    }
    #expect(throws: DatasetError.illegalMove(row: 30, text: "", squares: 4)) {
      try positions(rows("x,o,b,b,"))
    }
    #expect(throws: DatasetError.tooFewRows(rows: 1, least: 30)) { try positions(header + "x,o,b,b,3\n") }
    #expect(throws: DatasetError.boardSize(squares: 2, least: 4, most: 100)) {
      try positions("a,b,moves\n" + String(repeating: "x,b,2\n", count: 30))
    }
    #expect(
      throws: DatasetError.unknownColumn(
        name: "moves", nearest: "move", columns: ["a", "b", "c", "d", "move"])
    ) { try positions("a,b,c,d,move\nx,o,b,b,3\n") }
  }

  @Test func `tic-tac-toe has 4520 undecided positions with known best moves`() throws {
    let sample = try PositionCollection.samples[0].content(root: URL(fileURLWithPath: "/"), seed: 1)
    #expect(sample.positions.count == 4_520)
    func moves(_ board: String) -> [Int]? {
      let squares = board.map { $0 == "x" ? PositionCollection.Square.own : $0 == "o" ? .other : .empty }
      return sample.positions.first { $0.squares == squares }?.moves
    }
    // Every first move holds the draw; against a corner only the centre does, against the centre the corners.
    #expect(moves(".........") == Array(0...8))
    #expect(moves("o........") == [4])
    #expect(moves("....o....") == [0, 2, 6, 8])
    // Win at once; else block; opposite corners taken against the centre ask for a side.
    #expect(moves("xx.oo....") == [2])
    #expect(moves("oo..x....") == [2])
    #expect(moves("o...x...o") == [1, 3, 5, 7])
    #expect(moves("ooo......") == nil)
  }

  private let small = "S..\n.#.\nE.G"

  @Test func `maps are read cell by cell`() throws {
    let read = try maps(Array(repeating: small, count: 30))
    let map = try #require(read.maps.first)
    #expect(read.maps.count == 30 && map.width == 3 && map.height == 3)
    #expect(map.start == 0 && map.goal == 8 && map.pursuer == 6)
    #expect(map.walls.indices.filter { map.walls[$0] } == [4])
    #expect(map.rows == ["S..", ".#.", "E.G"])
    #expect(map.neighbours(1) == [nil, 2, nil, 0])
    #expect(map.distances(to: 8) == [4, 3, 2, 3, nil, 1, 2, 1, 0])
  }

  @Test func `bad maps are refused with the line`() {
    func check(_ map: String, _ expected: DatasetError) {
      #expect(throws: expected) { try maps([small, map] + Array(repeating: small, count: 30)) }
    }
    check("S..\n.?.\nE.G", .mapSign(path: "maps.txt", line: 6, sign: "?"))
    check("S..\n..\nE.G", .mapRow(path: "maps.txt", line: 6, expected: 3, got: 2))
    check("S..\n...\nE..", .mapPlaces(path: "maps.txt", line: 5, sign: "G", found: 0))
    check("S.E\n...\nE.G", .mapPlaces(path: "maps.txt", line: 5, sign: "E", found: 2))
    check("S#.\n##.\nE.G", .goalOutOfReach(path: "maps.txt", line: 5))
    let wide = "SEG" + String(repeating: ".", count: 120)
    check(wide, .mapTooLarge(path: "maps.txt", line: 5, floor: 123, most: 120))
    #expect(throws: DatasetError.mapCount(path: "maps.txt", found: 2, least: 30, most: 1_000)) {
      try maps([small, small])
    }
  }

  @Test func `sample maps keep the promises of their description`() throws {
    let sample = try MapCollection.samples[0].content(root: URL(fileURLWithPath: "/"), seed: 5)
    #expect(sample.maps.count == 200 && Set(sample.maps).count == 200)
    for map in sample.maps {
      let (toGoal, toStart) = (map.distances(to: map.goal), map.distances(to: map.start))
      let way = try #require(toGoal[map.start])
      let chase = try #require(toStart[map.pursuer])
      let guarded = try #require(toGoal[map.pursuer])
      #expect(way >= 8 && chase >= 4 && guarded < way)
    }
  }

  @Test(arguments: [
    DatasetError.noDateColumn(columns: ["a"]), .repeatedDate(column: "d", row: 2, text: "2020-01-01"),
    .priceNotPositive(column: "p", row: 7, value: -1), .returnTooLow(column: "p", row: 7, value: -2),
    .tooFewPeriods(periods: 1, least: 200), .tooFewAssets(found: []),
    .boardSize(squares: 3, least: 4, most: 100),
    .unknownSign(column: "a", row: 7, text: "q", known: ["x", "o"]),
    .illegalMove(row: 7, text: "9", squares: 9),
    .mapSign(path: "m", line: 7, sign: "?"), .mapRow(path: "m", line: 7, expected: 3, got: 2),
    .mapPlaces(path: "m", line: 7, sign: "S", found: 0),
    .mapTooLarge(path: "m", line: 7, floor: 200, most: 120),
    .goalOutOfReach(path: "m", line: 7), .mapCount(path: "m", found: 1, least: 30, most: 1_000),
  ]) func `errors are worded in both languages`(_ error: DatasetError) {
    let (english, chinese) = (error.message(in: "en"), error.message(in: "zh"))
    #expect(english.allSatisfy(\.isASCII) || english.contains("−"))
    #expect(chinese.contains { !$0.isASCII } && english != chinese)
  }
}

extension DatasetError {
  /// The same with the file's name instead of its path, where maps are concerned.
  fileprivate var withoutFolder: DatasetError {
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    return switch self {
    case .mapSign(let path, let line, let sign): .mapSign(path: name(path), line: line, sign: sign)
    case .mapRow(let path, let line, let expected, let got):
      .mapRow(path: name(path), line: line, expected: expected, got: got)
    case .mapPlaces(let path, let line, let sign, let found):
      .mapPlaces(path: name(path), line: line, sign: sign, found: found)
    case .mapTooLarge(let path, let line, let floor, let most):
      .mapTooLarge(path: name(path), line: line, floor: floor, most: most)
    case .goalOutOfReach(let path, let line): .goalOutOfReach(path: name(path), line: line)
    case .mapCount(let path, let found, let least, let most):
      .mapCount(path: name(path), found: found, least: least, most: most)
    default: self
    }
  }
}
