"use strict";
(() => {
  const value = (row, n) => {
    const text = row.cells[n].textContent.trim();
    const number = Number(text);
    return text === "" || Number.isNaN(number) ? text : number;
  };

  // Numbers before words, words as a Chinese reader orders them; the order of equals stays.
  function compare(a, b) {
    const numbers = typeof a === "number", others = typeof b === "number";
    if (numbers && others) return a - b;
    if (numbers !== others) return numbers ? 1 : -1;
    return a.localeCompare(b, "zh");
  }

  function sort(table, n, head) {
    const down = head.getAttribute("aria-sort") !== "descending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => compare(value(a, n), value(b, n)) * (down ? -1 : 1));
    table.tBodies[0].append(...rows);
  }

  for (const table of document.querySelectorAll(".sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, n) => {
      const label = head.firstElementChild;
      if (!label.textContent) return;
      label.role = "button"; // a real one is not repeated on later pages in print
      label.tabIndex = 0;
      label.addEventListener("click", () => sort(table, n, head));
      label.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        sort(table, n, head);
      });
    });
  }
})();
