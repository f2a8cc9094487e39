import Foundation

/// Reads labelled examples from a table file or from a folder of class folders.
///
/// Whatever was inferred is in the result's `findings` and `notes`; whatever cannot be used throws.
public func load(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: request.location.path, isDirectory: &isFolder) else {
    throw .notFound(path: request.location.path)
  }
  if isFolder.boolValue, let column = request.groupColumn { throw .groupsNeedTable(column: column) }
  return isFolder.boolValue ? try loadFolder(request) : try loadTable(request)
}

/// Whether a request's file is a table with a column of this name.
public func hasColumn(_ name: String, _ request: DatasetRequest) throws(DatasetError) -> Bool {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: request.location.path, isDirectory: &isFolder),
    !isFolder.boolValue
  else { return false }
  return try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
    .table.names.contains(name)
}

/// Reads a second file or folder as more examples of the same kind: same columns, same classes.
///
/// The result can be encoded by every `FeatureEncoder` fitted on `training`. Columns that training
/// does not use are ignored, with a note. Throws when a column or the target is missing, when a class
/// was never seen in training, and for everything that `load` refuses in a file, but not for few rows.
public func applyHeldOut(
  _ location: URL, to training: Dataset, encoding: TextEncoding? = nil
) throws(DatasetError) -> Dataset {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder) else {
    throw .notFound(path: location.path)
  }
  if let schema = training.schema {
    if isFolder.boolValue { throw .otherForm(expected: training.modality) }
    return try heldOutTable(location, schema: schema, training: training, encoding: encoding)
  }
  guard isFolder.boolValue else { throw .otherForm(expected: training.modality) }
  return try heldOutFolder(location, training: training)
}
