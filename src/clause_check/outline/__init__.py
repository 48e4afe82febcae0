"""Read an agreement's outline: lines, numbering, headings, lists."""
