import GRDB

/// The store's schema as the steps that lead to it; steps are only ever added.
let storeMigrator: DatabaseMigrator = {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1: assessments, drafts, pilots") { database in
    try database.create(table: "assessment") { table in
      table.autoIncrementedPrimaryKey("number")
      table.column("id", .text).notNull().unique()
      table.column("scenario", .text).notNull()
      table.column("title", .text)
      table.column("createdAt", .text)
      table.column("verdict", .text).notNull()
      table.column("fit", .double).notNull()
      table.column("risk", .double).notNull()
      table.column("record", .blob).notNull()
    }
    try database.create(table: "draft") { table in
      table.column("scenario", .text).notNull()
      table.column("file", .text).notNull()
      table.column("sheet", .text).notNull()
      table.column("savedAt", .text).notNull()
      table.primaryKey(["scenario", "file"])
    }
    try database.create(table: "pilotUnit") { table in
      table.primaryKey("key", .text)
      // Empty once the assessment that needed it is finished.
      table.column("payload", .blob)
    }
    try database.create(table: "pilotEpoch") { table in
      table.column("key", .text).notNull()
      table.column("epoch", .integer).notNull()
      table.column("trainingLoss", .double)
      table.column("validationLoss", .double)
      table.primaryKey(["key", "epoch"])
    }
  }
  return migrator
}()
