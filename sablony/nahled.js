/* Náhled: na zprávu serveru vezme stránku znovu a vymění, co je na ní jiné. */
"use strict";

const EVENTS = "/.nahled/udalosti?strana=";
let events = null;
let running = false;
let again = false;

const byId = (id, place = document) => place.getElementById(id);
const frame = () => document.querySelector("iframe:not(.chysta)");
const memory = () => `posun ${location.pathname}`;

/* Posun uvnitř dokumentu se pamatuje i přes opravu chyby a ruční obnovení. */
function remember() {
  const shown = frame()?.contentWindow;
  if (shown) sessionStorage.setItem(memory(), `${shown.scrollX} ${shown.scrollY}`);
}

function restore(shown) {
  const [left, top] = (sessionStorage.getItem(memory()) ?? "0 0").split(" ").map(Number);
  shown.contentWindow.scrollTo({ left, top, behavior: "instant" });
}

/* Odkaz na jiný zápis se otevře tady, všechno ostatní vedle. */
function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const url = new URL(link.href);
  const same = url.pathname === location.pathname && url.origin === location.origin;
  if (same && url.hash) return;
  event.preventDefault();
  if (url.origin === location.origin && url.pathname.toLowerCase().endsWith(".md")) {
    location.href = url.pathname + url.hash;
  } else if (/^(https?|mailto|tel):$/.test(url.protocol)) {
    window.open(url.href, "_blank", "noopener");
  }
}

function adopt(shown) {
  shown.contentDocument.addEventListener("click", follow);
  shown.contentWindow.addEventListener("scroll", remember, { passive: true });
}

/* Nový dokument se nachystá pod starým a ukáže se, až je celý. */
function exchange(fresh) {
  const old = frame();
  const made = document.importNode(fresh, false);
  made.className = "chysta";
  document.querySelectorAll("iframe.chysta").forEach((other) => other.remove());
  made.addEventListener("load", () => {
    if (!made.isConnected) return;
    restore(made);
    adopt(made);
    made.className = "";
    old?.remove();
    byId("obsah").dataset.ukazano = made.getAttribute("src");
  }, { once: true });
  byId("obsah").append(made);
}

function replace(fresh) {
  const isOpen = byId("nalezy")?.open ?? false;
  const inside = document.querySelector(".obalka")?.scrollTop ?? 0;
  const hadFocus = document.activeElement?.matches("#nalezy > summary");
  byId("lista").replaceWith(document.importNode(byId("lista", fresh), true));
  document.title = fresh.title;
  document.body.className = fresh.body.className;
  if (isOpen && byId("nalezy")) {
    byId("nalezy").open = true;
    document.querySelector(".obalka").scrollTop = inside;
    if (hadFocus) document.querySelector("#nalezy > summary").focus();
  }
  const before = byId("obsah");
  const after = byId("obsah", fresh);
  if (frame() && after.dataset.dokument) {
    if (after.dataset.dokument !== before.dataset.dokument) {
      exchange(after.querySelector("iframe"));
      before.dataset.dokument = after.dataset.dokument;
    }
  } else if (before.innerHTML !== after.innerHTML) {
    const top = window.scrollY;
    before.replaceWith(document.importNode(after, true));
    window.scrollTo({ top, behavior: "instant" });
    begin();
  }
}

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    try {
      const answer = await fetch(location.pathname, { cache: "no-store" });
      const moved = new URL(answer.url).pathname;
      if (moved !== location.pathname) return location.replace(moved);
      replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      /* Server právě neběží; až poběží, ohlásí se. */
    }
  } while (again);
  running = false;
}

function begin() {
  const shown = frame();
  if (!shown) return;
  const ready = () => {
    if (location.hash) shown.contentWindow.location.hash = location.hash;
    else restore(shown);
    adopt(shown);
    byId("obsah").dataset.ukazano = shown.getAttribute("src");
  };
  const state = shown.contentDocument;
  if (state && state.readyState === "complete" && state.URL !== "about:blank") ready();
  else shown.addEventListener("load", ready, { once: true });
}

/* Skryté okno neposlouchá: prohlížeč dovolí jen šest spojení najednou. */
function listen() {
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource(EVENTS + encodeURIComponent(byId("obsah").dataset.strana));
  events.onmessage = () => {
    byId("odpojeno").hidden = true;
    refresh();
  };
  events.onerror = () => {
    byId("odpojeno").hidden = false;
  };
}

document.addEventListener("visibilitychange", listen);
begin();
listen();
