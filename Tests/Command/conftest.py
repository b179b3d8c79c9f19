"""A site with every export, for the tests that read them."""
import shutil

import pytest
from kinds import ARTICLES, SETTINGS

EVERYTHING = ("exports: [txt, markdown, bibtex, ris, csl, jats, epub, pdf, docx, crossref, datacite, doaj, oai, api, bagit]\n"
              "email: editors@example.org\ncitation-styles: [hebrew, arabic, apa, chicago, mla]\n")


@pytest.fixture(scope="session")
def everything(daf, tmp_path_factory, repository):
    """A publication with everything that can be made of it."""
    folder = tmp_path_factory.mktemp("exports")
    (folder / "publication.yaml").write_text(SETTINGS + EVERYTHING, "utf-8")
    for name, text in ARTICLES.items():
        file = folder / "Articles" / name / "article.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    for article in (repository / "Articles").iterdir():
        if (article / "article.md").exists() and article.name != "pages":
            shutil.copytree(article, folder / "Articles" / article.name, dirs_exist_ok=True)
    papers = repository.parent / "shared/papers"
    if papers.exists():
        for paper in papers.glob("*.md"):
            if paper.name != "README.md":
                (folder / "Articles" / paper.stem).mkdir()
                shutil.copy(paper, folder / "Articles" / paper.stem / "article.md")
    built = daf("build", "--no-pdf", cwd=folder, timeout=600)
    assert built.status in (0, 1), built.said
    assert not [*(folder / "Output").rglob("*.pdf")]
    return folder / "Output"
