// An explorer in a notebook: the form of its page. What is set in it is the trait `setting`, and
// the other way round. In a tree of its own no style of the notebook reaches it, no id or group of
// radio buttons is shared with another view, and its rules do no harm outside.
const UNSET = "unset";

function radiosByChoice(form) {
  const found = {};
  for (const radio of form.querySelectorAll("input[type=radio]")) {
    (found[radio.closest("[data-choice]").dataset.choice] ??= []).push(radio);
  }
  return found;
}

async function render({ model, el }) {
  el.classList.add("explorer-live");
  el.dataset.lmSuppressShortcuts = "true"; // arrow keys move between answers, not between cells
  const look = await model.widget_manager.get_model(model.get("look").replace("IPY_MODEL_", ""));
  const tree = el.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  tree.innerHTML = model.get("html");
  const style = document.createElement("style");
  style.textContent = look.get("sheet");
  tree.prepend(style);
  const form = tree.querySelector("form.explorer");
  const choices = radiosByChoice(form);

  const show = () => {
    for (const [name, value] of Object.entries(model.get("setting"))) {
      const radios = choices[name] ?? [];
      // what this form does not have is not shown as if it had
      if (value !== UNSET && !radios.some((radio) => radio.value === value)) continue;
      for (const radio of radios) radio.checked = radio.value === value;
    }
  };
  const tell = () => {
    const chosen = ([name, radios]) => [name, radios.find((r) => r.checked)?.value ?? UNSET];
    model.set("setting", Object.fromEntries(Object.entries(choices).map(chosen)));
    model.save_changes();
  };
  form.addEventListener("change", tell);
  form.addEventListener("reset", () => setTimeout(tell)); // the form is set back after the event
  form.addEventListener("submit", (event) => event.preventDefault());
  // a place of a picture that stands for several choices makes all of them
  form.addEventListener("click", (event) => {
    const place = event.target.closest("label") && event.target.closest("[data-sets]");
    if (!place) return;
    event.preventDefault();
    for (const id of place.dataset.sets.split(" ")) tree.getElementById(id).checked = true;
    tell();
  });
  model.on("change:setting", show);
  show();
  return () => model.off("change:setting", show);
}

export default { render };
