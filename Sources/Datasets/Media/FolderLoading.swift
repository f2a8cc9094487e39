import Foundation
import Kernels

/// Reads a folder with one sub-folder a class, of pictures or of sounds, whichever are more.
///
/// Files that cannot be read are skipped and named; it throws when nothing, or one class, is left.
func loadFolder(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
  let folder = request.location
  let listing = try ClassFolders(folder)
  var notes: [DatasetNote] = []
  var files = listing.files
  if files.count > request.fileLimit {
    notes.append(.filesDrawn(kept: request.fileLimit, of: files.count))
    files = drawn(files, request.fileLimit, seed: request.seed)
  }
  let isSound = files.count { $0.medium == .sound } * 2 > files.count { $0.medium != nil }
  let grid =
    isSound
    ? readSounds(files, rate: nil) : readImages(files, side: request.imageSide, channels: nil)
  notes.append(contentsOf: grid.notes)
  var dataset = try dataset(
    grid, listing.classes, folder, modality: isSound ? .audio : .image, skippedBefore: listing.skipped,
    notes: notes)
  dataset.files = read(files, without: grid.skipped)
  return dataset
}

/// The paths of the files that were read, one a row; readers skip files but keep their order.
private func read(_ files: [FolderFile], without skipped: [SkippedFile]) -> [String] {
  let left = Set(skipped.map(\.path))
  return files.map(\.path).filter { !left.contains($0) }
}

/// Reads a second folder with the classes and the shape of the first.
func heldOutFolder(_ folder: URL, training: Dataset) throws(DatasetError) -> Dataset {
  guard case .grid(let known) = training.content else {
    throw .otherForm(expected: training.modality)
  }
  let listing = try ClassFolders(folder)
  if let strange = listing.classes.first(where: { !training.classes.contains($0) }) {
    throw .unseenClass(column: "folder", value: strange, row: 1, known: training.classes)
  }
  let grid =
    switch known.shape {
    case .image(let side, let channels): readImages(listing.files, side: side, channels: channels)
    case .sound(let rate): readSounds(listing.files, rate: rate)
    }
  let skipped = (listing.skipped + grid.skipped).sorted { $0.path < $1.path }
  if grid.labels.isEmpty, let first = skipped.first {
    throw .nothingReadable(path: folder.path, skipped: skipped.count, first: first)
  }
  let index = Dictionary(uniqueKeysWithValues: zip(training.classes, 0...))
  let targets = grid.labels.map { Double(index[listing.classes[$0]] ?? 0) }
  var dataset = folderDataset(
    grid, folder, training.modality, training.task, training.classes, targets, skipped,
    grid.notes + (skipped.isEmpty ? [] : [.filesSkipped(skipped.count)]))
  dataset.files = read(listing.files, without: grid.skipped)
  return dataset
}

/// What was read of a folder's files: their numbers and the class of each, as an index of a folder.
struct FolderContent {
  var grid: FeatureGrid
  var labels: [Int]
  var skipped: [SkippedFile]
  var notes: [DatasetNote]
}

private func dataset(
  _ content: FolderContent, _ folders: [String], _ folder: URL, modality: Modality,
  skippedBefore: [SkippedFile], notes: [DatasetNote]
) throws(DatasetError) -> Dataset {
  let skipped = (skippedBefore + content.skipped).sorted { $0.path < $1.path }
  var notes = notes
  if !skipped.isEmpty { notes.append(.filesSkipped(skipped.count)) }
  if content.labels.isEmpty {
    guard let first = skipped.first else { throw .emptyFolder(path: folder.path) }
    throw .nothingReadable(path: folder.path, skipped: skipped.count, first: first)
  }
  let present = Set(content.labels).sorted()
  if present.count == 1 {
    throw .oneClassLeft(path: folder.path, name: folders[present[0]], skipped: skipped.count)
  }
  if content.labels.count < leastRows { throw .tooFewRows(rows: content.labels.count, least: leastRows) }
  let rank = Dictionary(uniqueKeysWithValues: zip(present, 0...))
  let ordered = orderedClasses(present.map { folders[$0] }, content.labels.map { rank[$0] ?? 0 })
  let task: LearningTask = present.count == 2 ? .binary(positive: ordered.classes[1]) : .multiclass
  notes.append(.taskInferred(column: "folder", task: task, reason: .folders(present.count)))
  notes.append(contentsOf: classNotes(ordered.classes, ordered.targets))
  return folderDataset(content, folder, modality, task, ordered.classes, ordered.targets, skipped, notes)
}

private func folderDataset(
  _ content: FolderContent, _ folder: URL, _ modality: Modality, _ task: LearningTask, _ classes: [String],
  _ targets: [Double], _ skipped: [SkippedFile], _ notes: [DatasetNote]
) -> Dataset {
  Dataset(
    name: folder.lastPathComponent, origin: .user, modality: modality, task: task, targetName: "folder",
    classes: classes, targets: targets, rows: targets.count, findings: [], skipped: skipped, notes: notes,
    fingerprint: fingerprint(
      of: .grid(content.grid), targetName: "folder", classes: classes, targets: targets),
    content: .grid(content.grid), schema: nil)
}

/// A seeded draw of `count` files, in their old order.
func drawn<File>(_ files: [File], _ count: Int, seed: UInt64) -> [File] {
  guard files.count > count else { return files }
  var generator = SeededGenerator(seed: seed, purpose: "files of a folder")
  var order = Array(files.indices)
  generator.shuffle(&order)
  return order.prefix(count).sorted().map { files[$0] }
}
