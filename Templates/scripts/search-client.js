// Asks the search engine in its own thread (search-worker.js), and ends it where it does not answer.

/** The search did not answer, or cannot. */
export class SearchFault extends Error {}

/** After so many milliseconds without an answer the engine is ended. */
const patience = 20_000;
/** A new question does not wait for one that has been asked for longer. */
const overdue = 1_000;

export class SearchClient {
  /** @param {URL} root the site's root */
  constructor(root) {
    this.root = root.href;
    this.pending = new Map();
    this.count = 0;
  }

  start() {
    this.worker = new Worker(new URL("./search-worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data: { id, value, fault } }) => {
      const asked = this.pending.get(id);
      if (!asked) return;
      this.pending.delete(id);
      clearTimeout(asked.timer);
      if (fault === undefined) asked.resolve(value);
      else asked.reject(new SearchFault(fault));
    });
    this.worker.addEventListener("error", () => this.stop("the engine failed"));
  }

  /** Ends the engine; the next question starts another. */
  stop(reason) {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject, timer } of this.pending.values()) {
      clearTimeout(timer);
      reject(new SearchFault(reason));
    }
    this.pending.clear();
  }

  /** Lets go of questions that have waited too long for a new one. */
  interrupt() {
    const oldest = Math.min(...[...this.pending.values()].map((own) => own.since));
    if (performance.now() - oldest > overdue) this.stop("interrupted");
  }

  /** @param {string} task one of those of search-worker.js */
  ask(task, data = {}) {
    return new Promise((resolve, reject) => {
      try {
        if (!this.worker) this.start();
      } catch (error) {
        reject(new SearchFault(error.message));
        return;
      }
      const id = ++this.count;
      const timer = setTimeout(() => this.stop("no answer"), patience);
      this.pending.set(id, { resolve, reject, timer, since: performance.now() });
      this.worker.postMessage({ id, task, root: this.root, ...data });
    });
  }
}
