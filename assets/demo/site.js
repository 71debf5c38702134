// Lists what the advisor tells this site. A real site would count results, or open its own booking form on "cta".
"use strict";

const heard = document.getElementById("heard");
for (const advisor of document.querySelectorAll("groundplan-advisor")) {
  for (const name of ["ready", "change", "result", "cta"]) {
    advisor.addEventListener(name, (event) => {
      const line = document.createElement("li");
      line.textContent = `${name} ${JSON.stringify(event.detail)}`;
      heard.append(line);
    });
  }
}
