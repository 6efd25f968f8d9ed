/* One key for one deed: whatever carries data-key is pressed when that key is. Works without. */
(() => {
  "use strict";
  const typing = (target) => target.closest("input:not([type=radio]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) return;
    const found = [...document.querySelectorAll("[data-key]")].find(
      (one) => one.dataset.key === event.key.toLowerCase(),
    );
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.click();
    if (found.dataset.chooses) document.querySelector(`[data-key="${found.dataset.chooses}"]`).checked = true;
    if ("submit" in found.dataset) found.form.requestSubmit();
  });
})();
