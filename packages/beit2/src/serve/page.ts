/** The page of a server: an image dropped on it is asked about. */
import { escapeHtml } from '../report/html.js';
import { articled, type ExportedModel } from '../onnx/exported-model.js';
import type { Route } from './routes.js';

export function servedPage({ part, card }: ExportedModel, routes: readonly Route[]): string {
  const list = routes
    .map(({ path, summary }) => `<li><code>POST ${escapeHtml(path)}</code> ${escapeHtml(summary)}</li>`)
    .join('');
  const first = routes[0]?.path ?? '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>beit2 serve</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  label { display: block; border: 2px dashed #888; border-radius: 10px; padding: 2rem 1rem; text-align: center; }
  img { max-width: 16rem; max-height: 16rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
<h1>beit2 serve: ${articled(part)}</h1>
<p>It sees images of ${card.image.size} pixels. The image is the body of a request; <a href="/openapi.json">openapi.json</a> has the details.</p>
<ul>${list}<li><code>GET /healthz</code>, <code>GET /metrics</code></li></ul>
<label>Choose an image or drop one here: <input type="file" accept="image/*"></label>
<p><img alt="The chosen image" hidden></p>
<pre role="status"></pre>
<script>
  const [input, picture, result] = ['input', 'img', 'pre'].map((name) => document.querySelector(name));
  const ask = async (file) => {
    picture.src = URL.createObjectURL(file);
    picture.hidden = false;
    result.textContent = 'Waiting for the answer';
    const answer = await fetch(${JSON.stringify(first)}, { method: 'POST', body: file });
    result.textContent = JSON.stringify(await answer.json(), null, 2);
  };
  input.addEventListener('change', () => input.files[0] && ask(input.files[0]));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) ask(event.dataTransfer.files[0]);
  });
</script>
</html>
`;
}
