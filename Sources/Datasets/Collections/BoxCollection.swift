import Foundation

/// A box around a thing in a picture.
public struct LabelledBox: Hashable, Sendable {
  /// In pixels of the common square from its left upper corner.
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double
  /// An index into the collection's classes.
  public var label: Int

  public init(x: Double, y: Double, width: Double, height: Double, label: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.label = label
  }
}

/// Pictures of one square, with boxes around the things in them.
public struct BoxCollection: Sendable {
  public let facts: CollectionFacts
  /// 1 grey, 3 red green blue.
  public let channels: Int
  /// Pixels of each picture from 0 (black) to 1, row-major [side][side][channels].
  public let pictures: [[Float]]
  /// The boxes of each picture, in some pictures none.
  public let boxes: [[LabelledBox]]
  /// What the labels of boxes mean, in alphabetical order.
  public let classes: [String]

  /// Pixels along an edge of the square that all pictures are brought to.
  public static let side = 48
  static let fewest = 30

  public init(
    facts: CollectionFacts, channels: Int, pictures: [[Float]], boxes: [[LabelledBox]], classes: [String]
  ) {
    self.facts = facts
    self.channels = channels
    self.pictures = pictures
    self.boxes = boxes
    self.classes = classes
  }

  public static let samples: [CollectionSample<BoxCollection>] = [.shapesInClutter]

  /// Reads a folder of PNG or JPEG pictures with a table `boxes.csv` of their boxes: file, x, y, width,
  /// height and label, in pixels of the picture as it is in the file.
  ///
  /// A picture without a row has no box. What of a box lies outside its picture is cut off.
  /// - Throws: a missing table or column; a row whose file is not in the folder, whose numbers are none or
  ///   whose box has no area inside the picture; fewer than 30 pictures; what `readTable` refuses.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> BoxCollection {
    let folder = request.location
    let table = try readTable(
      folder.appendingPathComponent("boxes.csv"), declared: request.encoding, lineLimit: request.lineLimit)
    let found = try pictureFiles(folder)
    let (files, drawnNotes) = thinned(found.files, request)
    let read = SquarePictures(files, side: side, channels: nil, exactSizes: true, enlarges: true)
    let skipped = (found.skipped + read.skipped).sorted { $0.path < $1.path }
    if read.files.isEmpty, let first = skipped.first {
      throw .nothingReadable(path: folder.path, skipped: skipped.count, first: first)
    }
    guard read.files.count >= fewest else {
      throw .tooFewPictures(path: folder.path, found: read.files.count, least: fewest)
    }
    let rows = try BoxTable(
      table.table, pictures: read.files.map { files[$0].path }, sizes: read.sizes,
      others: Set(found.files.map(\.path) + skipped.map(\.path)))
    var notes = table.notes + drawnNotes + [.imagesResized(side: read.side, channels: read.channels)]
    if !skipped.isEmpty { notes.append(.filesSkipped(skipped.count)) }
    let facts = CollectionFacts(
      name: folder.lastPathComponent, origin: .user, modality: .image, notes: notes, skipped: skipped,
      fingerprint: fingerprint(read.pictures, rows.boxes, rows.classes))
    return BoxCollection(
      facts: facts, channels: read.channels, pictures: read.pictures, boxes: rows.boxes,
      classes: rows.classes)
  }

  static func fingerprint(_ pictures: [[Float]], _ boxes: [[LabelledBox]], _ classes: [String]) -> String {
    var digest = ExampleDigest()
    classes.forEach { digest.add($0) }
    for (picture, boxes) in zip(pictures, boxes) {
      digest.add(picture)
      digest.add(boxes.flatMap { [$0.x, $0.y, $0.width, $0.height, Double($0.label)] })
    }
    return digest.hexadecimal()
  }
}

/// The rows of `boxes.csv`, dealt to their pictures and scaled to the common square.
private struct BoxTable {
  private(set) var boxes: [[LabelledBox]]
  let classes: [String]

  /// - Parameter others: files of the folder that are no pictures here, because they could not be read or
  ///   were not drawn; their rows are passed over.
  init(
    _ table: RawTable, pictures: [String], sizes: [(width: Int, height: Int)], others: Set<String>
  ) throws(DatasetError) {
    func column(_ name: String) throws(DatasetError) -> Int {
      if let place = table.names.firstIndex(of: name) { return place }
      throw .unknownColumn(name: name, nearest: nearest(name, in: table.names), columns: table.names)
    }
    let (file, label) = (try column("file"), try column("label"))
    let numbers = [
      try column("x"), try column("y"), try column("width"), try column("height"),
    ]
    func number(_ row: Int, _ column: Int) throws(DatasetError) -> Double {
      let text = table.text(row: row, column: column)
      if let value = Double(text), value.isFinite { return value }
      throw .notANumber(column: table.names[column], row: table.rowNumber(row), text: text)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(pictures, 0...))
    let labels = (0..<table.rows).map { table.text(row: $0, column: label) }
    classes = Set(labels).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(classes, 0...))
    boxes = Array(repeating: [], count: pictures.count)
    for row in 0..<table.rows {
      let name = table.text(row: row, column: file)
      guard !labels[row].isEmpty else {
        throw .emptyCell(column: table.names[label], row: table.rowNumber(row))
      }
      guard let place = places[name] else {
        if others.contains(name) { continue }
        throw .unknownPicture(name: name, row: table.rowNumber(row), nearest: nearest(name, in: pictures))
      }
      var edges: [Double] = []
      for column in numbers { edges.append(try number(row, column)) }
      let (width, height) = (Double(sizes[place].width), Double(sizes[place].height))
      let (left, top) = (max(edges[0], 0), max(edges[1], 0))
      let (right, bottom) = (min(edges[0] + edges[2], width), min(edges[1] + edges[3], height))
      guard right > left, bottom > top else {
        throw .boxOutside(
          name: name, row: table.rowNumber(row), width: sizes[place].width, height: sizes[place].height)
      }
      let side = Double(BoxCollection.side)
      boxes[place].append(
        LabelledBox(
          x: left / width * side, y: top / height * side, width: (right - left) / width * side,
          height: (bottom - top) / height * side, label: indices[labels[row]] ?? 0))
    }
    guard boxes.contains(where: { !$0.isEmpty }) else { throw .noBoxes }
  }
}

/// The files of a folder, thinned by a seeded draw where there are more than the request allows.
func thinned(_ files: [FolderFile], _ request: DatasetRequest) -> ([FolderFile], [DatasetNote]) {
  guard files.count > request.fileLimit else { return (files, []) }
  return (
    drawn(files, request.fileLimit, seed: request.seed),
    [.filesDrawn(kept: request.fileLimit, of: files.count)]
  )
}
