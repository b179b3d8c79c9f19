/// Weights of the parts of a paper's front, in log-odds beside the text's own lines. Set by hand on the
/// papers and layouts of `Benchmarks/make_corpus.py`, part `fit`; judged on its other parts.
extension Calibration {
  static let frontOrder: [String: [FrontPart: Double]] = [
    "start": [
      .series: -0.8, .title: 0, .author: -3, .abstract: -3, .date: -3, .body: -3,
      .institution: -2.5,
    ],
    "institution": [.institution: -0.3, .title: 0],
    "series": [.series: -1, .title: 0, .date: -1.5],
    "title": [
      .title: -0.5, .subtitle: -1.2, .author: 0, .date: -1.5, .abstractLabel: -1.5, .abstract: -1.2,
      .body: -2, .affiliation: -2, .series: -2.5, .occasion: 0,
    ],
    "subtitle": [
      .subtitle: -1.5, .author: 0, .date: -1.5, .abstractLabel: -1, .abstract: -1.2, .body: -2,
      .occasion: 0,
    ],
    "occasion": [
      .occasion: 0, .author: 0, .date: -0.5, .affiliation: -1, .title: -2, .abstractLabel: 0,
      .abstract: -1, .body: -0.5,
    ],
    "author": [
      .author: -0.4, .affiliation: 0, .email: -0.3, .date: -0.7, .abstractLabel: 0, .abstract: -0.3,
      .body: -0.8, .keywords: -2, .series: -2.5, .occasion: -0.5,
    ],
    "affiliation": [
      .occasion: -0.5, .affiliation: -0.3, .author: -0.4, .email: 0, .date: -0.8,
      .abstractLabel: 0, .abstract: -0.4,
      .body: -0.8, .keywords: -1.5,
    ],
    "email": [
      .author: 0, .affiliation: -0.7, .email: -0.7, .date: -0.8, .abstractLabel: 0, .abstract: -0.4,
      .body: -0.8, .keywords: -1.5,
    ],
    "date": [
      .author: -1, .affiliation: -1.5, .abstractLabel: 0, .abstract: -0.4, .body: -0.5,
      .keywords: -2, .title: -2, .series: -2, .date: -2, .occasion: -1,
    ],
    "abstract-label": [.abstract: 0, .abstractLabel: -4],
    "abstract": [.abstract: 0, .keywords: 0, .body: -0.5, .date: -2.5, .abstractLabel: -4],
    "keywords": [.keywords: -0.7, .body: 0, .abstractLabel: -2.5, .date: -2, .abstract: -3],
  ]

  /// A part of the front changes inside a block of running text, or where a sentence of the abstract
  /// is open.
  static let frontChangeInBlock = -3.0
  static let frontChangeInSentence = -2.5

  static let frontLines: [FrontPart: [String: Double]] = [
    .series: [
      "first": 0.8, "series-word": 1.6, "editors": 4, "is-head": 1.4, "in-block": -3,
      "honorific": -1,
      "wide": -0.5, "institution": 0.4, "is-address": -4, "ends-sentence": -2, "late": -3,
      "large": -2,
      "names": -0.8, "holds-digit": 0.4, "keywords": -4, "abstract-word": -4, "heading": -1,
      "below-wide": -0.7, "bias": -0.6, "gap-below": 0.5, "holds-head": 0.8, "in-head": -0.5,
    ],
    .title: [
      "first": 1.2, "second": 0.6, "late": -4, "in-block": -1.5, "some-words": 0.5, "word": -0.6,
      "holds-colon": 0.6, "names": -0.9, "honorific": -2.5, "institution": -1.2, "is-address": -5,
      "ends-sentence": -1.5, "below-open": 1.6, "below-wide": 0.9, "in-head": 0.6, "is-head": 0.4,
      "holds-head": 1, "date": -2, "leading-sign": -2, "inner-sign": -1, "keywords": -4,
      "abstract-word": -5, "abstract-label": -4, "introduction": -4, "editors": -4, "heading": -0.6,
      "large": 2.5, "small": -1.5, "body-size": -0.5, "article": 0.5, "below-names": -1.2,
      "other-script": -1, "holds-bar": -1, "commas": -0.6, "numbered": -1, "series-word": -0.5,
      "ends-colon": 0.3, "author-label": -1.5, "occasion": -2,
    ],
    .subtitle: [
      "in-block": -2, "names": -1, "honorific": -3, "institution": -2, "is-address": -5,
      "ends-sentence": -1.5, "holds-colon": -0.6, "late": -3, "date": -1.5, "leading-sign": -2,
      "keywords": -4, "abstract-word": -5, "abstract-label": -4, "introduction": -4, "article": 0.8,
      "below-open": -1.5, "below-wide": -0.6, "holds-digit": 0.4, "large": 0.8, "other-size": 1,
      "same-size": -1, "heading": -1, "editors": -4, "wide": -1, "below-names": -2,
      "inner-sign": -1,
      "holds-bar": -2, "gap-above": 0.3, "some-words": 0.2, "commas": -0.8,
    ],
    .author: [
      "names": 1.8, "honorific": 2.2, "article": -0.8, "in-block": -3, "institution": -1.8,
      "is-address": -3, "ends-sentence": -1.2, "holds-colon": -1.5, "holds-digit": -0.6,
      "holds-bar": 1.2, "date": 0.2, "inner-sign": 1, "leading-sign": -1.2, "keywords": -4,
      "abstract-word": -4, "abstract-label": -4, "introduction": -4, "in-head": 1.2,
      "is-head": -0.5,
      "first": -1, "late": -1, "word": -1, "many-words": -0.5, "heading": -0.8, "large": -1,
      "below-open": -1.5, "author-label": 2, "mark-alone": 2, "other-script": -0.5, "editors": -4,
      "below-commas": 0.5,
      "series-word": -1, "occasion": -3,
    ],
    .affiliation: [
      "institution": 2.4, "names": -0.8, "honorific": -1, "in-block": -2, "leading-sign": 2,
      "is-address": -1.5, "ends-sentence": -0.6, "keywords": -4, "abstract-word": -4,
      "abstract-label": -4, "introduction": -4, "date": -1.5, "first": -1, "heading": -0.6,
      "article": 0.3, "holds-colon": -1, "below-names": 0.6, "large": -2, "is-head": -1,
      "in-head": -1,
      "bias": -0.3, "editors": -4, "holds-bar": -1,
    ],
    .email: ["is-address": 5, "bias": -2.5, "in-block": -2],
    .date: [
      "date": 3.5, "bias": -2, "in-block": -3, "some-words": -0.5, "many-words": -2,
      "holds-bar": -2,
      "names": -2, "short": 0.5,
    ],
    .institution: [
      "institution": 3.6, "bias": -1.5, "in-block": -3, "late": -3, "ends-sentence": -1,
      "is-address": -4, "keywords": -4, "abstract-word": -4, "abstract-label": -4, "honorific": -1,
      "date": -1.5, "holds-bar": -1, "is-head": -1, "series-word": -1.5, "editors": -4,
    ],
    .occasion: [
      "occasion": 5, "bias": -3, "in-block": -3, "first": -1.5, "keywords": -4, "is-address": -4,
      "abstract-word": -4, "abstract-label": -4, "introduction": -4, "editors": -4,
      "below-open": -1,
    ],
    .abstractLabel: ["abstract-word": 6, "bias": -3, "in-block": -2],
    .abstract: [
      "in-block": 1.4, "block-before-heading": 0.9, "block-before-keywords": 1.8,
      "abstract-label": 3.5, "block-above-block": -0.4, "block-below-heading": -0.6,
      "heading": -2.5,
      "introduction": -5, "keywords": -5, "is-address": -2, "names": -0.8, "institution": -0.3,
      "bias": -1.1, "numbered": -2, "bullet": -1.5, "abstract-word": -3, "large": -2, "small": 0.8,
      "first": -1, "short": -0.3, "holds-bar": -1, "editors": -3, "below-abstract-word": 3,
    ],
    .keywords: [
      "keywords": 5, "below-keywords": 3, "above-keywords": -1, "leading-sign": -4, "bias": -2,
      "in-block": -0.8,
      "commas": 1, "below-commas": 1.2,
      "ends-sentence": -0.6, "introduction": -4, "heading": -1.5, "abstract-label": -4,
    ],
    .body: [
      "introduction": 4, "heading": 1.6, "numbered": 1, "in-block": 0.4, "bullet": 0.8, "first": -2,
      "keywords": -3, "abstract-word": -3, "abstract-label": -3, "is-address": -2,
      "institution": -0.4,
      "honorific": -0.8, "date": -0.8, "leading-sign": -0.6, "editors": -3, "body-size": 0.6,
      "block-before-keywords": -2, "below-keywords": -2.5, "below-abstract-word": -3,
      "mark-alone": -2,
    ],
  ]
}
