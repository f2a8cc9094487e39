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
  migrator.registerMigration("2: reviews, events") { database in
    try database.create(table: "review") { table in
      table.autoIncrementedPrimaryKey("number")
      // No foreign key: an assessment made again replaces its row, and its reviews stay.
      table.column("assessment", .text).notNull().indexed()
      table.column("reviewer", .text).notNull()
      table.column("at", .text)
      table.column("agrees", .boolean).notNull()
      table.column("verdict", .text).notNull()
      table.column("computed", .text).notNull()
      table.column("reason", .text)
    }
    try database.create(table: "event") { table in
      table.autoIncrementedPrimaryKey("number")
      table.column("assessment", .text).notNull().indexed()
      table.column("kind", .text).notNull()
      table.column("at", .text)
      table.column("detail", .text).notNull()
    }
    for table in ["review", "event"] {
      for change in ["UPDATE", "DELETE"] {
        try database.execute(
          sql: """
            CREATE TRIGGER \(table)Keeps\(change) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table)s are only ever added'); END
            """)
      }
    }
    // What was made before events were kept; with which engine stands only inside the record.
    try database.execute(
      sql: """
        INSERT INTO event (assessment, kind, at, detail)
        SELECT id, 'created', createdAt, '' FROM assessment ORDER BY number
        """)
  }
  return migrator
}()
