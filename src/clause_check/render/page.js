"use strict";
(() => {
  const wide = matchMedia("(min-width: 62rem)");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // The agreement scrolls in its own pane on wide screens; the browser's own jump would move the whole page too.
  function bring(target) {
    const pane = target.closest(".paper");
    if (!pane || !wide.matches) {
      target.scrollIntoView({ block: pane ? "center" : "start" });
      return;
    }
    pane.scrollIntoView({ block: "nearest" });
    pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
  }

  function activate(id) {
    all(".active").forEach((one) => one.classList.remove("active"));
    document.getElementById(id).classList.add("active");
    all(`mark[data-f~="${id}"]`).forEach((one) => one.classList.add("active"));
  }

  function show(id) {
    const target = document.getElementById(id);
    if (!target) return;
    if (/-[ft]\d+$/.test(id)) activate(id.replace(/-t(\d+)$/, "-f$1"));
    bring(target);
    target.focus({ preventScroll: true });
  }

  function go(id) {
    history.pushState(null, "", `#${id}`);
    show(id);
  }

  // Where findings overlap, each click goes on to the next of them.
  function next(mark) {
    const shown = mark.dataset.f.split(" ").filter((id) => !document.getElementById(id).hidden);
    const at = shown.findIndex((id) => document.getElementById(id).classList.contains("active"));
    if (shown.length) go(shown[(at + 1) % shown.length]);
  }

  function filter(form) {
    const report = form.closest(".report");
    const grades = all("[name=grade]:checked", form).map((box) => box.value);
    const category = form.elements.category.value;
    const findings = all(".finding", report);
    for (const one of findings) {
      one.hidden = !grades.includes(one.dataset.grade) || (category !== "" && one.dataset.category !== category);
      document.getElementById(one.id.replace(/-f(\d+)$/, "-t$1")).hidden = one.hidden;
    }
    for (const group of all(".group", report)) group.hidden = !group.querySelector(".finding:not([hidden])");
    for (const mark of all("mark", report)) {
      mark.classList.toggle("off", mark.dataset.f.split(" ").every((id) => document.getElementById(id).hidden));
    }
    const shown = findings.filter((one) => !one.hidden).length;
    form.querySelector("[role=status]").textContent = `显示 ${shown} 处，共 ${findings.length} 处`;
  }

  async function copy(button) {
    const plain = button.closest(".finding").querySelector("pre");
    const word = button.textContent;
    try {
      await navigator.clipboard.writeText(plain.textContent);
      button.textContent = "已复制";
    } catch {
      plain.hidden = false;
      getSelection().selectAllChildren(plain);
      button.textContent = document.execCommand("copy") ? "已复制" : "已选中，请按 Ctrl+C";
    }
    setTimeout(() => { button.textContent = word; }, 3000);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const mark = event.target.closest("mark");
    const button = event.target.closest(".copy");
    if (link) {
      event.preventDefault();
      go(link.getAttribute("href").slice(1));
    } else if (mark && getSelection().isCollapsed) next(mark);
    else if (button) copy(button);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest(".filters");
    if (form) filter(form);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.closest(".filters")) event.preventDefault();
  });
  addEventListener("popstate", () => show(location.hash.slice(1)));

  all(".filters, .copy").forEach((one) => { one.hidden = false; });
  all(".filters").forEach(filter);
  if (location.hash) show(location.hash.slice(1));
})();
