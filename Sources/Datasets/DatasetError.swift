/// Why data could not be used: facts only; the wording is in `Wording/ErrorWording.swift`.
///
/// Rows count from 1 at the first row after the header; lines and columns count from 1 as well.
public enum DatasetError: Error, Sendable, Hashable {
  // The file as a whole.
  case notFound(path: String)
  case unreadable(path: String, reason: String)
  case emptyFile(path: String)
  case binaryFile(path: String, format: FileFormat?)
  case notUTF8(path: String, offset: Int)
  case wrongEncoding(path: String, encoding: TextEncoding, offset: Int)

  // Its lines.
  case lineTooLong(path: String, line: Int, limit: Int)
  case unclosedQuote(path: String, line: Int)
  case numericHeader(path: String, field: String)
  case duplicateColumn(path: String, name: String, first: Int, second: Int)
  case raggedRow(path: String, row: Int, line: Int, expected: Int, got: Int)

  // Its values.
  case infinity(column: String, row: Int, text: String)
  case notANumber(column: String, row: Int, text: String)
  case notANote(column: String, row: Int, text: String)
  case targetNotNamed(columns: [String])
  case unknownColumn(name: String, nearest: String?, columns: [String])
  case allMissing(column: String)
  case oneClass(column: String, value: String)
  case tooManyClasses(column: String, distinct: Int, rows: Int)
  case tooFewRows(rows: Int, least: Int)
  case groupsNeedTable(column: String)
  case groupIsTarget(column: String)
  case groupCount(column: String, distinct: Int, most: Int)
  case tooFewDifferent(column: String, distinct: Int, least: Int)
  case noUsableColumn(dropped: [String])

  // A folder.
  case emptyFolder(path: String)
  case noClassFolders(path: String)
  case noMIDIFiles(path: String)
  case splitFolders(path: String, names: [String])
  case nothingReadable(path: String, skipped: Int, first: SkippedFile)
  case oneClassLeft(path: String, name: String, skipped: Int)
  case noTranscripts(path: String)
  case missingRecording(path: String, row: Int, file: String, nearest: String?)

  // Pictures, with boxes or as frames.
  case tooFewPictures(path: String, found: Int, least: Int)
  case unknownPicture(name: String, row: Int, nearest: String?)
  case emptyCell(column: String, row: Int)
  case boxOutside(name: String, row: Int, width: Int, height: Int)
  case noBoxes
  case clipTooShort(path: String, clip: String, frames: Int, least: Int)
  case tooFewClips(path: String, found: Int, least: Int)

  // A second file beside a first one.
  case missingColumn(name: String, nearest: String?)
  case unseenClass(column: String, value: String, row: Int, known: [String])
  case otherForm(expected: Modality)

  // Series of prices, by date.
  case noDateColumn(columns: [String])
  case repeatedDate(column: String, row: Int, text: String)
  case priceNotPositive(column: String, row: Int, value: Double)
  case returnTooLow(column: String, row: Int, value: Double)
  case tooFewPeriods(periods: Int, least: Int)
  case tooFewAssets(found: [String])

  // Positions of a board, maps of a grid world; a map's line is its first one.
  case boardSize(squares: Int, least: Int, most: Int)
  case unknownSign(column: String, row: Int, text: String, known: [String])
  case illegalMove(row: Int, text: String, squares: Int)
  case mapSign(path: String, line: Int, sign: String)
  case mapRow(path: String, line: Int, expected: Int, got: Int)
  case mapPlaces(path: String, line: Int, sign: String, found: Int)
  case mapTooLarge(path: String, line: Int, floor: Int, most: Int)
  case goalOutOfReach(path: String, line: Int)
  case mapCount(path: String, found: Int, least: Int, most: Int)

  // Sample data.
  case unknownSample(id: String, nearest: String?, known: [String])
}

/// Formats that people mistake for a table of text, told by their first bytes.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  case zipOrExcel
  case gzip
  case pdf
  case sqlite
  case parquet
  case oldExcel
  case image
  case sound
}
