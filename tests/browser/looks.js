/* What a reader sees of an open page, worked out in it: colours, focus, room, motion. Each check
 * returns a list of faults in words; an empty one is what the tests ask for. */
window.looks = (() => {
  "use strict";
  const WORDS = 4.5; // WCAG 2.2, 1.4.3
  const DRAWN = 3; // 1.4.11 and 2.4.13

  // ---- colours ----
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = new Map();

  function rgba(colour) {
    if (!read.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      read.set(colour, [red, green, blue, alpha / 255]);
    }
    return read.get(colour);
  }

  function over([red, green, blue, alpha], under) {
    return [red, green, blue].map((part, n) => part * alpha + under[n] * (1 - alpha)).concat(1);
  }

  function contrast(one, other) {
    const [bright, dim] = [one, other]
      .map((colour) => {
        const [red, green, blue] = colour
          .slice(0, 3)
          .map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      })
      .sort((a, b) => b - a);
    return (bright + 0.05) / (dim + 0.05);
  }

  /** The colour behind an element: every background up to the first that nothing shines through. */
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3]) layers.push(colour);
      if (colour[3] === 1) break; // as the page itself in every theme
    }
    return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255, 1]);
  }

  // ---- words for a fault ----
  function called(element) {
    const words = (element.name || element.textContent || "").trim().replace(/\s+/g, " ");
    const kind = element.getAttribute("class") ?? "";
    return `${element.tagName.toLowerCase()}.${kind} “${words.slice(0, 40)}”`;
  }

  function visible(element) {
    return element.getClientRects().length && element.checkVisibility({ visibilityProperty: true });
  }

  function inArticle() {
    return document.querySelector("article") ?? document.body;
  }

  // ---- the page as somebody has it who has used it ----
  /** Unfold everything and make the last choice everywhere, so that nothing hides from a check. */
  function use() {
    for (const fold of document.querySelectorAll("article details")) fold.open = true;
    for (const group of document.querySelectorAll("form.explorer fieldset")) {
      [...group.querySelectorAll("input")].at(-1).click();
    }
  }

  // ---- focus ----
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

  function outline(element) {
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none") return null;
    const [width, away] = [style.outlineWidth, style.outlineOffset].map(parseFloat);
    return { width, colour: style.outlineColor, key: `${width} ${away} ${style.outlineColor}` };
  }

  function stops_() {
    return [...document.querySelectorAll(STOPS)].filter(
      (stop) => stop.tabIndex >= 0 && !stop.disabled && visible(stop),
    );
  }

  /** Of controls that look alike the first, of options one that is chosen and one that is not. */
  function kinds(stops) {
    const alike = (stop) => [stop.tagName, stop.className, stop.checked, stop.parentElement.className];
    return [...new Map(stops.reverse().map((stop) => [alike(stop).join(), stop])).values()];
  }

  /** All that is the page's own, and of what stands around it on every page one of each kind. */
  function whole() {
    const [own, around] = [true, false].map((inside) =>
      stops_().filter((stop) => inArticle().contains(stop) === inside),
    );
    return [...kinds(around), ...own];
  }

  /** Go to every control, every option of a group included; is it seen where the focus is? */
  function focus(stops = whole()) {
    const faults = [];
    document.activeElement.blur();
    const ways = stops.map((stop) => {
      const bearer = stop.closest("label") ?? stop;
      const marked = [...new Set([stop, bearer, ...stop.children])];
      const away = stop.getBoundingClientRect().bottom + scrollY <= 0; // comes in by its focus
      return { stop, bearer, marked, before: marked.map(outline), away };
    });
    for (const { stop, bearer, marked, before, away } of ways) {
      stop.focus();
      if (!stop.matches(":focus-visible")) {
        faults.push(`${called(stop)} does not take the focus as from a key`);
        continue;
      }
      const rings = marked
        .map((element, n) => ({ ...outline(element), element, old: before[n] }))
        .filter(({ width, old, key }) => width >= 2 && (key !== old?.key || away))
        .map(({ colour, element }) => {
          const behind = ground(element.parentElement);
          return contrast(over(rgba(colour), behind), behind);
        });
      if (!rings.some((ring) => ring >= DRAWN)) {
        faults.push(`${called(stop)} shows no focus: ${rings.map((r) => r.toFixed(1))}`);
      }
      const hidden = covered(bearer);
      if (hidden) faults.push(`${called(stop)} ${hidden}`);
    }
    document.activeElement.blur();
    if (stops.length < 5) faults.push(`only ${stops.length} controls were found`);
    return faults;
  }

  /** Does something lie over the middle of what is in sight of an element? */
  function covered(element) {
    const box = element.getClientRects()[0];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right <= left || bottom <= top) return "is out of sight";
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (there && (element.contains(there) || there.contains(element))) return null;
    // a toggle's other option lies over the one that is set, unseen: a press on either flips it
    const toggle = element.closest(".explorer-toggle");
    if (toggle && toggle.contains(there)) return null;
    return `is covered by ${there ? called(there) : "nothing that is known"}`;
  }

  // ---- drawings ----
  const SHAPES = "path, line, rect, circle, polygon, polyline, text";

  /** How visible a shape is: of its fill and its stroke the one that stands out more. */
  function strength(shape, behind) {
    const style = getComputedStyle(shape);
    let clear = 1;
    for (let at = shape; at instanceof SVGElement; at = at.parentElement) {
      clear *= getComputedStyle(at).opacity;
    }
    const paints = [[style.fill, style.fillOpacity]];
    if (parseFloat(style.strokeWidth)) paints.push([style.stroke, style.strokeOpacity]);
    const strengths = paints
      .filter(([paint]) => paint !== "none")
      .map(([paint, opacity]) => {
        const [red, green, blue, alpha] = rgba(paint);
        return [red, green, blue, alpha * opacity * clear];
      })
      .filter((paint) => paint[3] > 0)
      .map((paint) => contrast(over(paint, behind), behind));
    return strengths.length ? Math.max(...strengths) : null;
  }

  // what a chart says; its grid and its frame only help
  const MARKS = ".role-mark, .role-legend-symbol, .mark-text, .role-axis-domain";

  function drawn(drawings, within) {
    const faults = [];
    let shapes = 0;
    for (const drawing of document.querySelectorAll(drawings)) {
      if (!visible(drawing)) continue;
      const behind = ground(drawing.parentElement);
      for (const shape of drawing.querySelectorAll(SHAPES)) {
        if (within && !shape.closest(within)) continue;
        if (shape.closest("defs, clipPath, .background, .foreground")) continue;
        const found = strength(shape, behind);
        if (found === null) continue;
        shapes += 1;
        if (found < (shape.tagName === "text" ? WORDS : DRAWN)) {
          faults.push(`${called(shape)} of ${called(drawing)}: ${found.toFixed(2)}`);
        }
      }
      if (!shapes) faults.push(`${called(drawing)} has no shape to be seen`);
    }
    return faults;
  }

  const charts = () => drawn(".livepage-chart svg", MARKS);

  // ---- forced colours ----
  function forced() {
    const faults = [...charts(), ...drawn(".crisis-figure svg, .outcome-sign, svg.icon")];
    for (const label of document.querySelectorAll(
      ".explorer-choice label, .vega-bind-radio label",
    )) {
      if (!visible(label)) continue;
      const behind = ground(label.parentElement);
      const chosen = label.querySelector("input").checked;
      const ring = outline(label);
      if (chosen !== Boolean(ring)) faults.push(`${called(label)}: a choice looks like any other`);
      if (ring && contrast(rgba(ring.colour), behind) < DRAWN) {
        faults.push(`${called(label)}: the sign of its choice is faint`);
      }
    }
    for (const control of document.querySelectorAll(
      ".explorer button, .explorer-choice label, .vega-bind select",
    )) {
      if (!visible(control)) continue;
      const style = getComputedStyle(control);
      const edge = contrast(rgba(style.borderTopColor), ground(control.parentElement));
      if (parseFloat(style.borderTopWidth) < 1 || edge < DRAWN) {
        faults.push(`${called(control)} has no edge`);
      }
    }
    return faults;
  }

  // ---- room ----
  /** Every line of text in the article: its box, and the element that it stands in. */
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(inArticle(), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("svg, script, style, math") || !visible(parent)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ box, parent });
      }
    }
    return found;
  }

  /** The box that an element is cut to by those around it; null where one can scroll to it. */
  function room(element, known) {
    if (!known.has(element)) known.set(element, found(element));
    return known.get(element);

    function found(at) {
      if (!at || at === document.body) {
        return { left: 0, right: document.documentElement.clientWidth, top: -1e6, bottom: 1e6 };
      }
      const style = getComputedStyle(at);
      const flow = style.overflowX + style.overflowY;
      if (/auto|scroll/.test(flow)) return null;
      if (style.clipPath !== "none" || style.position === "sticky") return null;
      return flow === "visiblevisible" ? room(at.parentElement, known) : at.getBoundingClientRect();
    }
  }

  function crowded() {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      faults.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
    }
    window.scrollTo(0, 0);
    const known = new Map();
    const whole = lines().filter(({ box, parent }) => {
      const cut = room(parent, known);
      if (!cut) return false; // can be scrolled to, or is meant for the ear
      const lost = Math.max(
        cut.left - box.left, box.right - cut.right, cut.top - box.top, box.bottom - cut.bottom,
      );
      if (lost > 2) faults.push(`${called(parent)} is cut off by ${lost.toFixed()} px`);
      return true;
    });
    return [...faults, ...overlaps(whole), ...clipped(), ...squeezed()];
  }

  /** Cells below one another that leave a part of their row empty. */
  function squeezed() {
    return [...inArticle().querySelectorAll("table.stack :is(td, th)")]
      .filter((cell) => {
        const row = getComputedStyle(cell.parentElement);
        if (!visible(cell) || row.display !== "block") return false;
        const free = parseFloat(row.width) - parseFloat(row.paddingLeft) * 2;
        return cell.getBoundingClientRect().width < free - 4;
      })
      .map((cell) => `${called(cell)} does not take its row's width`);
  }

  /** Words in a drawing that cuts off what is wider than itself. */
  function clipped() {
    return [...inArticle().querySelectorAll("svg text")]
      .filter((text) => {
        const drawing = text.ownerSVGElement;
        if (!visible(text) || getComputedStyle(drawing).overflow === "visible") return false;
        const [box, frame] = [text, drawing].map((element) => element.getBoundingClientRect());
        return box.right > frame.right + 1 || box.left < frame.left - 1;
      })
      .map((text) => `${called(text)} is cut off by its drawing`);
  }

  function overlaps(texts) {
    const faults = [];
    // the letters themselves: a line's box is higher than what is written in it
    const boxes = texts
      .map(({ box, parent }) => {
        const slack = box.height * 0.25;
        return { ...box.toJSON(), top: box.top + slack, bottom: box.bottom - slack, parent };
      })
      .sort((a, b) => a.top - b.top);
    boxes.forEach((one, n) => {
      for (let m = n + 1; m < boxes.length && boxes[m].top < one.bottom; m += 1) {
        const other = boxes[m];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - other.top;
        if (wide > 2 && high > 2) {
          faults.push(`${called(one.parent)} and ${called(other.parent)} lie over each other`);
        }
      }
    });
    return faults;
  }

  /** Letters, words, lines and paragraphs as far apart as WCAG 2.2 (1.4.12) has them. */
  function spaced(on) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {
      line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = on ? [sheet] : [];
  }

  // ---- motion ----
  function motion() {
    const faults = document.getAnimations().map((one) => `${called(one.effect.target)} moves`);
    const alike = (element) => `${element.tagName} ${element.getAttribute("class")}`;
    const all = [...document.querySelectorAll("*")].map((element) => [alike(element), element]);
    for (const element of new Map(all).values()) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        const lasts = `${style.animationName === "none" ? 0 : style.animationDuration}, ${
          style.transitionDuration
        }`;
        if (lasts.split(",").some((span) => parseFloat(span) > 0.01)) {
          faults.push(`${called(element)}${part ?? ""} may move: ${lasts}`);
        }
        if (!part && style.scrollBehavior === "smooth") faults.push(`${called(element)} glides`);
      }
    }
    return faults;
  }

  const focusOfEachKind = () => focus(kinds(stops_()));

  return { use, focus, focusOfEachKind, charts, forced, crowded, spaced, motion };
})();
