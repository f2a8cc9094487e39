// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order the data flows: knowledge and answers, scoring and advice, the training
// engine, pilots and evidence, the record, its outputs. No target imports a later one.
let package = Package(
  name: "surefoot",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "surefoot", targets: ["surefoot"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // What is known and what is asked.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Knowledge", dependencies: ["CYAML"]),
    .target(name: "Questionnaires", dependencies: ["Knowledge"]),

    // What follows from the answers.
    .target(name: "Scoring", dependencies: ["Knowledge", "Questionnaires"]),
    .target(name: "Recommendations", dependencies: ["Knowledge", "Questionnaires", "Scoring"]),

    // The training engine; it knows nothing of the product.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CKernels"),
    .target(name: "Kernels", dependencies: ["CKernels", "COpenBLAS"]),
    .target(name: "Networks", dependencies: ["Kernels"]),
    .target(name: "Trees", dependencies: ["CKernels", "Kernels"]),
    .target(name: "ModelMetrics"),

    // The engine's side of the speed comparison in Benchmarks/.
    .executableTarget(
      name: "surefoot-benchmark", dependencies: ["Kernels", "Networks", "Trees", "ModelMetrics", "Datasets"],
      path: "Benchmarks/Sources"),

    // Data as people have it.
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CSndfile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
    .target(name: "CMedia", dependencies: ["CPNG", "CJPEG", "CSndfile"]),
    .target(name: "Datasets", dependencies: ["Kernels", "CMedia"]),

    // What was measured, and the record of it all.
    .target(
      name: "Pilots",
      dependencies: [
        "Knowledge", "Recommendations", "Kernels", "Networks", "Trees", "Datasets", "ModelMetrics",
      ]),
    .target(
      name: "Evidence",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Pilots", "ModelMetrics",
      ]),
    .target(
      name: "Assessments",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Kernels", "Datasets", "Pilots",
        "Evidence",
      ]),

    // What a person sees and keeps.
    .target(
      name: "Exporting",
      dependencies: [
        "Knowledge", "Questionnaires", "Recommendations", "Datasets", "Pilots", "Assessments",
      ]),
    .target(name: "Charts"),
    .target(
      name: "Reporting",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots",
        "Evidence", "Assessments", "Charts", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Persistence",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Pilots", "Assessments",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "surefoot",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Kernels", "Networks",
        "ModelMetrics", "Datasets", "Pilots", "Evidence", "Assessments", "Exporting", "Reporting",
        "Persistence", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests, one target a module.
    .target(
      name: "TestSupport", dependencies: ["Knowledge", "Questionnaires"], path: "Tests/TestSupport"),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge", "TestSupport"]),
    .testTarget(
      name: "QuestionnairesTests", dependencies: ["Knowledge", "Questionnaires", "TestSupport"]),
    .testTarget(
      name: "ScoringTests", dependencies: ["Knowledge", "Questionnaires", "Scoring", "TestSupport"]),
    .testTarget(
      name: "RecommendationsTests",
      dependencies: ["Knowledge", "Questionnaires", "Scoring", "Recommendations", "TestSupport"]),
    .testTarget(name: "KernelsTests", dependencies: ["Kernels", "TestSupport"]),
    .testTarget(
      name: "NetworksTests", dependencies: ["Kernels", "Networks", "TestSupport"],
      exclude: ["References"]),
    .testTarget(name: "TreesTests", dependencies: ["Kernels", "Trees"], exclude: ["References"]),
    .testTarget(
      name: "ModelMetricsTests", dependencies: ["ModelMetrics", "TestSupport"],
      exclude: ["References"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "TestSupport"]),
    .testTarget(
      name: "PilotsTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Networks", "Datasets",
        "ModelMetrics", "Pilots", "TestSupport",
      ]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots",
        "Evidence", "TestSupport",
      ]),
    .testTarget(
      name: "AssessmentsTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots",
        "Evidence", "Assessments", "TestSupport",
      ]),
    .testTarget(
      name: "ExportingTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots", "Assessments",
        "Exporting", "TestSupport",
      ]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "TestSupport"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots",
        "Evidence", "Assessments", "Charts", "Reporting", "TestSupport",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "PersistenceTests",
      dependencies: [
        "Knowledge", "Questionnaires", "Scoring", "Pilots", "Assessments", "Persistence", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "CommandTests", dependencies: ["TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
  ]
)
