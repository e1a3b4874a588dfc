/* Brings a chart to life when the reader points at it, touches it or presses its button: loads Vega
 * once, draws the chart beside its picture, and takes the picture away only when that has worked. */
(function () {
  "use strict";
  const bundle = document.currentScript.dataset.vega;
  const MANY = 20; // controls of a chart
  let loading = null;

  function loadVega() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = bundle;
      script.onload = () => resolve(window.livepageVegaEmbed);
      script.onerror = () => reject(new Error(`cannot load ${bundle}`));
      document.head.append(script);
    });
    return loading;
  }

  async function enliven(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = "loading";
    const picture = figure.querySelector("svg");
    const wake = figure.querySelector(".livepage-wake");
    const stage = document.createElement("div");
    stage.className = "livepage-stage";
    figure.append(stage);
    try {
      const embed = await loadVega();
      const spec = JSON.parse(figure.querySelector(".livepage-spec").textContent);
      // ast: expressions are interpreted, so that the content policy can forbid eval
      await embed(stage, spec, {
        mode: "vega-lite",
        renderer: "svg",
        actions: false,
        ast: true,
        tooltip: { theme: "custom" },
      });
      repair(stage, spec.description);
      picture.remove();
      stage.className = "livepage-live";
      figure.dataset.state = "live";
      // whoever has pressed the button goes on where it was
      const pressed = wake && document.activeElement === wake;
      wake?.remove();
      if (pressed) stage.querySelector("input, select, button")?.focus();
      // now that it stands where it belongs, let it take the width that there is
      window.dispatchEvent(new Event("resize"));
    } catch (error) {
      stage.remove();
      wake?.remove();
      figure.dataset.state = "still";
      console.warn("livepage: the chart stays a picture:", error);
    }
  }

  function repair(stage, description) {
    const drawing = stage.querySelector("svg");
    // the drawing keeps the name that its picture had, and is one image: what is written in it is
    // in the table, and some screen readers would say it all after the name
    if (drawing) {
      if (description) drawing.setAttribute("aria-label", description);
      drawing.setAttribute("role", "img");
      drawing.removeAttribute("aria-roledescription");
      for (const part of drawing.children) part.setAttribute("aria-hidden", "true");
    }
    // for a sheet to set them side by side: to count by :has() would cost every click on the page
    const rows = stage.querySelector(".vega-bindings");
    if (rows?.children.length >= MANY) rows.dataset.many = "";
    // Vega names a row of radio buttons for the eye only
    for (const row of stage.querySelectorAll(".vega-bind")) {
      if (!row.querySelector(".vega-bind-radio")) continue;
      row.setAttribute("role", "radiogroup");
      row.setAttribute("aria-label", row.querySelector(".vega-bind-name").textContent.trim());
    }
  }

  const figures = [...document.querySelectorAll("figure.livepage-chart")].filter((figure) =>
    figure.querySelector(".livepage-spec"),
  );
  for (const figure of figures) {
    for (const sign of ["pointerenter", "click"]) {
      figure.addEventListener(sign, () => enliven(figure), { once: true });
    }
    // so that the library is there when the button is pressed
    figure.addEventListener("focusin", () => loadVega().catch(() => {}), { once: true });
  }
})();
