"use strict";
(() => {
  const entry = document.querySelector("form.entry[enctype]");
  if (!entry) return;
  const text = entry.elements.text;
  const file = entry.elements.file;
  const LIMIT = 64000000;
  let busy = false;

  function send() {
    if (busy) return;
    if (file.files.length && file.files[0].size > LIMIT) {
      file.setCustomValidity("文件超过 64 MB，请只保存协议页面，或把协议正文存成 .txt。");
      file.reportValidity();
      return;
    }
    entry.requestSubmit();
  }

  entry.addEventListener("submit", () => {
    busy = true;
    entry.querySelector("button.main").textContent = "正在看……";
  });
  addEventListener("pageshow", () => {
    busy = false;
    entry.querySelector("button.main").textContent = "体检";
  });
  // A long text pasted into the empty field is the whole agreement; a short one may be the first of several pieces.
  text.addEventListener("paste", () => {
    const empty = text.value.trim() === "";
    setTimeout(() => { if (empty && text.value.length >= 200) send(); });
  });
  file.addEventListener("change", () => {
    file.setCustomValidity("");
    if (file.files.length) send();
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("over");
  });
  addEventListener("dragleave", () => document.body.classList.remove("over"));
  addEventListener("drop", (event) => {
    document.body.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    send();
  });
})();
