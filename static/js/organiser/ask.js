// A question to the server that is no socket command. Always resolves to {ok, …}.

import { t } from "../shared/words.js";

export async function ask(address, fields) {
  try {
    const response = await fetch(address, { method: "POST", body: JSON.stringify(fields),
      headers: { "Content-Type": "application/json" } });
    return await response.json();
  } catch {
    return { ok: false, code: "lost", why: t("The server could not be reached. Please try again.") };
  }
}
