// Runs in every page that “daf serve” shows, and in no page that is published: loads the page again
// when it has changed, where its reader was, and shows what is wrong with the publication.
(() => {
  "use strict";
  const script = document.currentScript;
  const own = { session: script.dataset.session, version: Number(script.dataset.version) };
  const { page, source = "" } = script.dataset;
  const language = document.documentElement.lang.split("-")[0];

  const words = {
    en: {
      dir: "ltr", panel: "Messages about the publication", hide: "Hide", show: "Show",
      error: "Error", warning: "Warning", mended: "Everything is mended.",
      errors: ["One error", (n) => `${n} errors`], warnings: ["One warning", (n) => `${n} warnings`],
      more: (n) => `And ${n} more; the terminal lists them all.`,
      lost: "The preview has stopped. What you see is the last it showed.",
      draft: "Draft: this article is not published.", desk: "Desk",
    },
    he: {
      dir: "rtl", panel: "הודעות על הפרסום", hide: "הסתרה", show: "הצגה",
      error: "שגיאה", warning: "אזהרה", mended: "הכול תוקן.",
      errors: ["שגיאה אחת", (n) => `${n} שגיאות`], warnings: ["אזהרה אחת", (n) => `${n} אזהרות`],
      more: (n) => `ועוד ${n}; כולן רשומות במסוף.`,
      lost: "התצוגה המקדימה נעצרה. מוצג המצב האחרון.",
      draft: "טיוטה: המאמר לא יפורסם.", desk: "לדלפק",
    },
    ar: {
      dir: "rtl", panel: "رسائل عن المنشور", hide: "إخفاء", show: "إظهار",
      error: "خطأ", warning: "تنبيه", mended: "صُحّح كل شيء.",
      errors: ["خطأ واحد", (n) => `عدد الأخطاء: ${n}`],
      warnings: ["تنبيه واحد", (n) => `عدد التنبيهات: ${n}`],
      more: (n) => `وغيرها ${n}؛ القائمة كاملة في الطرفية.`,
      lost: "توقفت المعاينة. هذا آخر ما عُرض.",
      draft: "مسودة: لن تُنشر هذه المقالة.", desk: "إلى المكتب",
    },
  };
  const say = words[language] ?? words.en;
  const spoken = words[language] ? language : "en";

  // MARK: The reader's place

  const placeKey = "daf-preview-place";
  // What stays in view while its page is scrolled (a list of contents at the side) tells no place.
  const stays = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (["sticky", "fixed"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  const blocks = () => [
    ...document.querySelectorAll(
      ":is(main, body) :is(p, li, h1, h2, h3, h4, h5, h6, figure, table, pre, dt, dd, blockquote)"),
  ];

  // The blocks in view, by their text: ids are counted, and change when a paragraph is put in above.
  function placeNow() {
    const seen = [];
    const all = blocks();
    for (let index = 0; index < all.length && seen.length < 16; index += 1) {
      const box = all[index].getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0 && !stays(all[index])) {
        seen.push({ text: all[index].textContent, id: all[index].id, index, top: box.top });
      }
    }
    return { path: location.pathname, x: scrollX, y: scrollY, seen };
  }

  function leave() {
    if (scrollY > 0) {
      try {
        sessionStorage.setItem(placeKey, JSON.stringify(placeNow()));
        history.scrollRestoration = "manual";
      } catch {
        // Without storage the browser's own restoring has to do.
      }
    }
    location.reload();
  }

  function comeBack() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(placeKey));
      sessionStorage.removeItem(placeKey);
    } catch {
      return;
    }
    if (!place || place.path !== location.pathname) return;

    let moved = false;
    const stop = () => { moved = true; };
    const signs = ["wheel", "touchstart", "keydown", "pointerdown"];
    for (const sign of signs) addEventListener(sign, stop, { once: true, passive: true });

    const restore = () => {
      if (moved) return;
      const all = blocks();
      for (const { text, index, top } of place.seen) {
        // Of blocks with the same text, the one that stands nearest to where it stood.
        const same = all.filter((block) => block.textContent === text)
          .sort((a, b) => Math.abs(all.indexOf(a) - index) - Math.abs(all.indexOf(b) - index))[0];
        if (same) return by(same.getBoundingClientRect().top - top);
      }
      // All that was in view is written anew: what stands under the same name, or as far down.
      for (const { id, top } of place.seen) {
        const named = id && document.getElementById(id);
        if (named) return by(named.getBoundingClientRect().top - top);
      }
      scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    };
    const by = (distance) => scrollBy({ top: distance, behavior: "instant" });

    // Pictures and letters that come later move what is above them.
    restore();
    addEventListener("DOMContentLoaded", restore);
    addEventListener("load", () => {
      restore();
      document.fonts.ready.then(restore).finally(() => {
        history.scrollRestoration = "auto";
        document.documentElement.dataset.dafPlaceKept = "";
      });
    });
  }

  // MARK: The panel

  const host = document.createElement("daf-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const summary = make("p", { className: "summary" });
  const toggle = make("button", { type: "button" });
  const list = make("ul");
  // What a screen reader is told; always in the tree, for a region that comes with its words is mute.
  const news = make("p", { className: "unseen", lang: spoken, dir: say.dir });
  news.setAttribute("role", "status");
  const panel = make(
    "section", { className: "panel", hidden: true, lang: spoken, dir: say.dir },
    make("div", { className: "head" }, summary, toggle), list);
  panel.setAttribute("aria-label", say.panel);
  const draft = make(
    "p", { className: "draft", textContent: say.draft, lang: spoken, dir: say.dir,
      hidden: !("draft" in script.dataset) });
  // The way to the desk, where this article is settled and edited.
  const folder = /(?:^|\/)([^/]+)\/article\.md$/.exec(source)?.[1];
  const desk = make(
    "a", { className: "desk", textContent: say.desk, lang: spoken, dir: say.dir, hidden: !folder,
      href: `/.daf/desk/#${encodeURIComponent(folder ?? "")}` });
  shadow.append(
    make("link", { rel: "stylesheet", href: "/.daf/preview.css" }), news, draft, desk, panel);
  document.body.append(host);

  const shownKey = "daf-preview-shown";
  const remembered = (() => {
    try {
      return JSON.parse(sessionStorage.getItem(shownKey)) ?? {};
    } catch {
      return {};
    }
  })();
  function remember(values) {
    Object.assign(remembered, values);
    try {
      sessionStorage.setItem(shownKey, JSON.stringify(remembered));
    } catch {
      // It is then forgotten with the page.
    }
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    toggle.textContent = isOpen ? say.hide : say.show;
    toggle.setAttribute("aria-expanded", String(isOpen));
  }
  toggle.addEventListener("click", () => {
    open(list.hidden);
    remember({ open: !list.hidden });
  });

  const counted = ([one, many], number) => (number === 1 ? one : many(number));
  let fading = 0;

  function tell(sentence) {
    summary.textContent = sentence;
    if (news.textContent !== sentence) news.textContent = sentence;
  }

  function show(state) {
    clearTimeout(fading);
    const { faults, errors, warnings } = state;
    const total = errors + warnings;
    const name = faults.map((fault) => fault.place + fault.text.en).join("\n");
    if (total === 0) {
      list.replaceChildren();
      toggle.hidden = true;
      if (remembered.faults && !panel.hidden) {
        panel.dataset.weight = "mended";
        tell(say.mended);
        fading = setTimeout(() => { panel.hidden = true; }, 4000);
      } else {
        panel.hidden = true;
        tell("");
      }
      remember({ faults: "", open: undefined });
      return;
    }
    // What concerns this page first, then by weight.
    const weight = (fault) => (fault.file === source ? 0 : 2) + (fault.severity === "error" ? 0 : 1);
    const sorted = [...faults].sort((a, b) => weight(a) - weight(b));
    list.replaceChildren(...sorted.map(entry));
    if (total > faults.length) {
      list.append(make("li", { className: "more", textContent: say.more(total - faults.length) }));
    }
    const counts = [];
    if (errors) counts.push(counted(say.errors, errors));
    if (warnings) counts.push(counted(say.warnings, warnings));
    const sentence = counts.join(" · ");
    panel.hidden = false;
    panel.dataset.weight = errors ? "error" : "warning";
    tell(sentence);
    toggle.hidden = false;
    // Errors open the panel; warnings wait to be asked, unless they are about this page.
    const isNew = name !== remembered.faults;
    const wants = errors > 0;
    open(isNew ? wants : remembered.open ?? wants);
    remember({ faults: name, open: isNew ? undefined : remembered.open });
  }

  function entry(fault) {
    const item = make("li", { className: fault.severity });
    const place = make("bdi", { className: "place", dir: "ltr", textContent: fault.place });
    item.append(
      make("span", { className: "weight", textContent: say[fault.severity] }), " ", place,
      make("p", {}, ...isolated(fault.text[spoken] ?? fault.text.en)));
    return item;
  }

  // Notation and Latin words inside a right-to-left sentence, each kept in its own order.
  const notation = /\{\{.*?\}\}|\[\^[^\]]*\](?::(?: …)?)?|<[^>]*>|[\w/.#@:=+%^[\]{}-]*[\w\]}%/](?: [A-Za-z][\w/.:-]*\w)*/gu;
  function isolated(sentence) {
    if (say.dir === "ltr") return [sentence];
    const parts = [];
    let end = 0;
    for (const match of sentence.matchAll(notation)) {
      parts.push(
        sentence.slice(end, match.index), make("bdi", { dir: "ltr", textContent: match[0] }));
      end = match.index + match[0].length;
    }
    return [...parts, sentence.slice(end)];
  }

  function lose() {
    panel.hidden = false;
    panel.dataset.weight = "warning";
    tell(say.lost);
    toggle.hidden = list.childElementCount === 0;
  }

  // MARK: News

  let events = null;
  let silence = 0;
  let isLeaving = false;

  // Whether something that this page is made of has changed since it was served.
  function isOld({ session, version, floor, changed }) {
    if (session !== own.session || own.version < floor) return true;
    return page === undefined ? version !== own.version : (changed[page] ?? 0) > own.version;
  }

  function listen() {
    events?.close();
    events = new EventSource("/.daf/events");
    events.onopen = () => { clearTimeout(silence); silence = 0; };
    events.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (isLeaving) return;
      if (isOld(state)) {
        isLeaving = true;
        leave();
      } else {
        show(state);
      }
    };
    events.onerror = () => {
      silence ||= setTimeout(lose, 2000);
      if (events.readyState === EventSource.CLOSED) setTimeout(attend, 2000);
    };
  }

  // A page that nobody sees lets go of its connection, for a browser has but six for a server; seen
  // again, it hears at once what it has missed.
  function attend() {
    if (document.visibilityState === "visible") {
      listen();
    } else {
      events?.close();
      events = null;
      clearTimeout(silence);
      silence = 0;
    }
  }

  comeBack();
  attend();
  document.addEventListener("visibilitychange", attend);
  addEventListener("pagehide", () => events?.close());
})();
