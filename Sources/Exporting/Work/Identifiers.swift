/// Digital object identifiers.
public enum DOI {
  /// The identifier alone, whatever stands before it.
  public static func plain(_ doi: String) -> String {
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:", "DOI:"]
    where doi.hasPrefix(prefix) {
      return doi.dropFirst(prefix.count).trimmingPrefix(" ").description
    }
    return doi
  }

  public static func address(_ doi: String) -> String {
    "https://doi.org/" + PercentEncoding.path(plain(doi))
  }
}

/// Identifiers of researchers.
public enum ORCID {
  /// The address of a researcher's record; `nil` where the identifier has not the form of one.
  public static func address(_ orcid: String?) -> String? {
    guard let digits = orcid?.split(separator: "/").last, digits.utf8.count == 19 else {
      return nil
    }
    let isWellFormed = digits.utf8.enumerated().allSatisfy { index, byte in
      index % 5 == 4
        ? byte == UInt8(ascii: "-") : (48...57).contains(byte) || byte == UInt8(ascii: "X")
    }
    return isWellFormed ? "https://orcid.org/\(digits)" : nil
  }
}

/// The printed pages of an article.
public struct PageRange: Sendable, Equatable {
  public var first: String
  public var last: String?

  public init?(_ page: String?) {
    guard let page else { return nil }
    let parts = page.unicodeScalars.split { $0 == "-" || $0 == "–" }.map { part in
      String(String.UnicodeScalarView(part.first == " " ? part.dropFirst() : part))
    }
    guard let first = parts.first else { return nil }
    self.first = first
    last = parts.count > 1 ? parts.last : nil
  }
}
