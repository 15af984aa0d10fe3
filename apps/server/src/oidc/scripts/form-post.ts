/** The page that posts an answer to the app: at once, and by its button if that did not work. */
const form = document.getElementById('answer')
if (form instanceof HTMLFormElement) form.submit()
