/* Small comforts. Every page works without this file. */
(() => {
  "use strict";

  const leave = (event) => {
    const link = event.target.closest("[data-quick-exit]");
    if (!link) return;
    event.preventDefault();
    document.documentElement.classList.add("gone");
    document.title = "";
    window.location.replace(link.href);
  };

  const copy = async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = button.dataset.copied;
    } catch {
      const code = button.parentElement.querySelector(".code");
      window.getSelection().selectAllChildren(code);
    }
  };

  const print = (event) => {
    if (event.target.closest("[data-print]")) window.print();
  };

  const sendOnce = (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  };

  const readyAgain = () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    });
  };

  const saveFromText = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const text = event.target.closest("form[method=post] textarea");
    if (text) text.form.requestSubmit();
  };

  const closeMenu = (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest("details.side-fold[open], details.confirm[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  };

  const show = (event) => {
    document.querySelectorAll("[data-copy], [data-print]").forEach((button) => { button.hidden = false; });
    const within = event.target instanceof Element ? event.target : document;
    const errors = within.querySelector("[data-focus-me]");
    if (errors) errors.focus();
  };

  // What this tab shows may no longer be read here: what is fetched anew says so.
  const anew = (event) => {
    if ([403, 404].includes(event.detail.xhr.status)) window.location.reload();
  };

  document.addEventListener("click", leave);
  document.addEventListener("click", copy);
  document.addEventListener("click", print);
  document.addEventListener("submit", sendOnce);
  document.addEventListener("keydown", closeMenu);
  document.addEventListener("keydown", saveFromText);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("htmx:afterSwap", show);
  document.addEventListener("htmx:responseError", anew);
  window.addEventListener("pageshow", readyAgain);
})();
