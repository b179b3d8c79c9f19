/// Which Daf this is, by Semantic Versioning 2.0: the first number changes where publications or
/// commands must be changed for it, the second where something is new, the third with repairs.
enum Version {
  static let current = "0.9.0"
}
