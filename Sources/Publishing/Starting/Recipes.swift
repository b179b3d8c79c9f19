/// Jobs by which forges build a publication's site and publish it as their pages: of the main branch
/// alone, when it changes and once a day, for articles that wait for their day.
enum Recipes {
  /// What Daf loads and asks, by the names of Debian 12.
  private static let packages = [
    "xz-utils", "libbrotli1", "libcmark-gfm0.29.0.gfm.6", "libcmark-gfm-extensions0.29.0.gfm.6",
    "libdeflate0", "libfreetype6", "libfribidi0", "libharfbuzz-subset0", "libhunspell-1.7-0",
    "libmicrohttpd12", "libqpdf29", "libwoff1", "libxml2", "libyaml-0-2", "hspell", "hunspell-he",
    "hunspell-ar", "fonts-noto-core", "culmus", "fonts-linuxlibertine", "librsvg2-bin", "pandoc",
    "libvips-tools",
  ]

  /// The commands.
  private static func commands(output: String) -> [String] {
    [
      "apt-get update",
      "apt-get install -y --no-install-recommends \(packages.joined(separator: " "))",
      "mkdir -p daf && tar -xf daf-*.tar.* --strip-components=1 -C daf",
      "daf/daf build --output \(output)",
    ]
  }

  /// `.gitlab-ci.yml`: pages are the folder `public` of the job `pages`.
  static let gitLab = """
    # Builds the site and publishes it as GitLab's pages, whenever the main branch changes; a schedule
    # of the project (once a day) lets articles with “publish-on” appear on their day.
    # The job needs the program daf: put its release archive beside this file.
    pages:
      image: debian:bookworm
      script:
        - \(commands(output: "public").joined(separator: "\n    - "))
      artifacts:
        paths: [public]
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    """

  /// `.github/workflows/pages.yml`.
  static let gitHub = """
    # Builds the site and publishes it as GitHub's pages, whenever the main branch changes, and once a
    # day, so that articles with “publish-on” appear on their day. In the repository's settings choose
    # Pages, Source: GitHub Actions. The job needs the program daf: put its release archive beside
    # publication.yaml.
    name: pages
    on:
      push:
        branches: [main]
      schedule:
        - cron: "17 3 * * *"
      workflow_dispatch:
    permissions:
      contents: read
      pages: write
      id-token: write
    concurrency:
      group: pages
    jobs:
      publish:
        # Pushes of other branches start nothing; this keeps them from it by hand, too.
        if: github.ref == 'refs/heads/main'
        runs-on: ubuntu-latest
        container: debian:bookworm
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - uses: actions/checkout@v4
          - name: Build the site
            run: |
              \(commands(output: "Output").joined(separator: "\n          "))
          - uses: actions/upload-pages-artifact@v3
            with:
              path: Output
          - id: deployment
            uses: actions/deploy-pages@v4

    """
}
