// The button that opens the browser's own print dialog; without scripts its menu does.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
document.querySelectorAll(".tools select").forEach((choice) => choice.addEventListener("change", () => choice.form.requestSubmit()));
