// The search engine in a thread of its own: a page that asks it is never held up
// (search-client.js).
import { SearchEngine } from "./search-engine.js";
import { IndexFault } from "./search-bytes.js";

let opening = null;
/** What was found last: its number, and the engine's answer. */
let last = { number: 0, answer: null };

async function open(root) {
  opening ??= SearchEngine.open(new URL(root));
  try {
    return await opening;
  } catch (error) {
    opening = null;
    throw error;
  }
}

/** The heads of some of the answers: [{article, head, translations}]. */
async function heads(engine, answer, from, count) {
  return Promise.all(answer.articles.slice(from, from + count).map(async (article) => ({
    article, head: await engine.index.head(article),
    translations: await Promise.all(
      answer.translations.get(article).map((other) => engine.index.head(other))),
  })));
}

/** For a corrected word the query with the word that it was taken for. */
function corrected(query, { word, to }, words) {
  const token = words.scan(query).find((own) => own.text === word);
  return token ? query.slice(0, token.start) + to + query.slice(token.end) : to;
}

async function answered(engine, { number, query, chosen, count }) {
  const answer = await engine.answer(query, chosen);
  last = { number, answer };
  return {
    total: answer.articles.length, missing: answer.missing,
    corrections: answer.replacements.map((own) => (
      { word: own.to, query: corrected(query, own, engine.words) })),
    heads: await heads(engine, answer, 0, count),
  };
}

const tasks = {
  async open({ root }) { await open(root); },

  async answer(data) {
    try {
      return await answered(await open(data.root), data);
    } catch (error) {
      if (!(error instanceof IndexFault)) throw error;
      // The site may have been published anew since the index was opened: open it once more.
      opening = null;
      return answered(await open(data.root), data);
    }
  },

  async more({ root, number, from, count }) {
    return last.number === number ? heads(await open(root), last.answer, from, count) : [];
  },

  async passages({ root, number, article }) {
    if (last.number !== number) return [];
    const engine = await open(root);
    const { units } = last.answer;
    return engine.excerpts(article, units);
  },

  async counts({ root, number, chosen, most }) {
    return last.number === number ? (await open(root)).counts(last.answer.found, chosen, most) : [];
  },

  /** For each of some texts the places to mark. */
  async marks({ root, query, texts }) {
    const engine = await open(root);
    const { units } = await engine.answer(query);
    return texts.map((text) => {
      const scanned = engine.words.scan(text);
      const ranges = [];
      for (const hit of engine.hits(scanned, units)) {
        const range = [scanned[hit.first].start, scanned[hit.end - 1].end];
        if (ranges.length === 0 || ranges.at(-1)[1] <= range[0]) ranges.push(range);
      }
      return ranges;
    });
  },
};

addEventListener("message", async ({ data }) => {
  try {
    postMessage({ id: data.id, value: await tasks[data.task](data) });
  } catch (error) {
    postMessage({ id: data.id, fault: String(error?.message ?? error) });
  }
});
