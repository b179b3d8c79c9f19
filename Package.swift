// swift-tools-version: 6.0
import PackageDescription

/// A module of Daf: it may import only those that stand above it in this list (see ARCHITECTURE.md).
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies)
}

func tests(_ module: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(module)Tests", dependencies: [.byName(name: module)] + dependencies)
}

let package = Package(
  name: "daf",
  products: [
    .executable(name: "daf", targets: ["daf"]),
    .executable(name: "daf-trial", targets: ["daf-trial"]),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CFribidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CQpdf", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(
      name: "CFreetype", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CWoff2", pkgConfig: "libwoff2enc", providers: [.apt(["libwoff-dev"])]),
    .target(name: "CFonts", dependencies: ["CHarfBuzz", "CWoff2"]),
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLinux"),

    module("PDF", ["CFreetype", "CQpdf", "CZlib"]),
    module("Orthography", ["CFribidi", "CHunspell", "CZlib"]),
    module("Manuscript", ["Orthography", "CCmark", "CYAML"]),
    module("Templating", ["Manuscript"]),
    module("Citations", ["Manuscript", "Orthography"]),
    module("Checking", ["Citations", "Manuscript", "Orthography"]),
    module("Search", ["Manuscript", "Orthography", "CDeflate", "CZlib"]),
    module("Rendering", ["Citations", "Manuscript", "Orthography"]),
    module("Markup", ["CLibxml2", "CZlib"]),
    module("Conversion", ["Manuscript", "Markup", "Orthography", "PDF"]),
    .target(
      name: "Exporting",
      dependencies: ["CZlib", "Citations", "Manuscript", "Markup", "Orthography", "Rendering"],
      resources: [
        .embedInCode("Citation/Styles/hebrew.csl"), .embedInCode("Citation/Styles/arabic.csl"),
      ]),
    module(
      "Publishing",
      [
        "CBrotli", "CDeflate", "CFonts", "CLinux", "Checking", "Citations", "Exporting",
        "Manuscript", "Markup", "Orthography", "Rendering", "Search", "Templating",
      ]),
    module("Desk", ["Conversion", "Manuscript", "Orthography"]),
    .target(
      name: "Preview", dependencies: ["CMicrohttpd", "Desk", "Manuscript", "Publishing"],
      resources: [
        .embedInCode("Client/preview.js"), .embedInCode("Client/preview.css"),
        .embedInCode("Client/desk.html"), .embedInCode("Client/desk.css"),
        .embedInCode("Client/desk.js"), .embedInCode("Client/deskwords.js"),
        .embedInCode("Client/desktext.js"), .embedInCode("Client/deskpanels.js"),
        .embedInCode("Client/deskstate.js"), .embedInCode("Client/deskprint.js"),
        .embedInCode("Client/deskcommands.js"),
      ]),
    .executableTarget(
      name: "daf",
      dependencies: [
        "CLinux", "Checking", "Conversion", "Desk", "Manuscript", "Orthography", "PDF", "Preview",
        "Publishing", "Search",
      ]),

    // Trials of what reads the work of others (docs/security.md); no part of the product.
    .target(name: "CTrials", path: "Tests/Trials/CTrials"),
    .executableTarget(
      name: "daf-trial",
      dependencies: [
        "CTrials", "Checking", "Citations", "Conversion", "Exporting", "Manuscript", "Preview",
        "Publishing", "Rendering", "Search", "Templating",
      ], path: "Tests/Trials/Trials"),

    tests("PDF"),
    tests("Orthography"),
    tests("Markup", ["CZlib"]),
    tests("Conversion", ["Manuscript", "Markup", "Orthography", "PDF"]),
    tests("Manuscript"),
    tests("Citations", ["Manuscript"]),
    tests("Checking", ["Manuscript", "Orthography"]),
    tests("Rendering", ["Manuscript"]),
    tests("Exporting", ["Citations", "Manuscript"]),
    tests("Search", ["Manuscript", "Orthography", "Publishing"]),
    tests("Templating", ["Manuscript"]),
    tests("Publishing", ["Exporting", "Manuscript", "Orthography"]),
    tests("Desk", ["Conversion", "Manuscript", "Orthography"]),
    tests("Preview", ["Desk", "Manuscript"]),
  ]
)
