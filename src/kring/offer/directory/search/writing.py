"""Writing the index: all of it, or what changed. One process at a time."""

from collections.abc import Collection
from pathlib import Path

from tantivy import Index, IndexWriter

from kring.offer.directory.search.documents import Document
from kring.offer.directory.search.folder import (
    Generation,
    NoIndex,
    build_folder,
    current,
    make_current,
    only_writer,
    remove_others,
)
from kring.offer.directory.search.indexing import Indexer, learn_parts, schema, vocabulary
from kring.offer.directory.search.lexicon import add_words, read_lexicon, write_lexicon

MAIN = "services"
_HEAP, _SMALL_HEAP = 400_000_000, 30_000_000


def rebuild(folder: Path, documents: Collection[Document]) -> Generation:
    """Write a whole index beside the old one and make it current; the documents are read twice.

    Raises:
        BeingWritten: another process writes.
    """
    with only_writer(folder):
        generation = Generation(_next_build(folder), 0)
        build = build_folder(folder, generation)
        (build / MAIN).mkdir(parents=True)
        lexicon = vocabulary(documents)
        write_lexicon(build, lexicon.rows())
        writer = Index(schema(), path=str(build / MAIN)).writer(_HEAP, 1)
        indexer = Indexer(lexicon)
        for document in documents:
            writer.add_document(indexer.entry(document))
        _finish(writer)
        make_current(folder, generation)
        remove_others(folder, generation)
    return generation


def change(folder: Path, put: Collection[Document] = (), drop: Collection[str] = ()) -> Generation:
    """Put documents in the place of those with their key, and take keys out.

    Raises:
        BeingWritten: another process writes.
        NoIndex: nothing was built yet.
    """
    with only_writer(folder):
        generation = current(folder)
        build = build_folder(folder, generation)
        lexicon = read_lexicon(build)
        known = len(lexicon)
        for word, dutch in vocabulary(put).rows():
            if not lexicon.has(word) or (dutch and not lexicon.is_dutch(word)):
                lexicon.learn(word, dutch=dutch)
        learn_parts(lexicon, [word for word, _dutch in lexicon.rows()[known:]])
        add_words(build, lexicon.rows()[known:], first=known)
        writer = Index.open(str(build / MAIN)).writer(_SMALL_HEAP, 1)
        for key in {*drop, *(document.key for document in put)}:
            writer.delete_documents_by_term("key", key)
        indexer = Indexer(lexicon)
        for document in put:
            writer.add_document(indexer.entry(document))
        _finish(writer)
        changed = Generation(generation.build, generation.change + 1)
        make_current(folder, changed)
    return changed


def _finish(writer: IndexWriter) -> None:
    writer.commit()
    writer.wait_merging_threads()


def _next_build(folder: Path) -> int:
    """One more than any build that is or was there, also one that was left unfinished."""
    try:
        last = current(folder).build
    except NoIndex:
        last = 0
    lying = [int(found.name.rpartition("-")[2]) for found in folder.glob("build-*")]
    return max([last, *lying]) + 1
