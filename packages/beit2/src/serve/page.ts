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
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>beit2 serve</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  ul { padding-left: 1.2rem; }
  label { display: block; border: 2px dashed #888; border-radius: 10px; padding: 2rem 1rem; text-align: center; }
  label:focus-within { border-color: #2f6fe0; }
  input { display: block; margin: 1rem auto 0; max-width: 100%; }
  img { max-width: 100%; max-height: 16rem; }
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
  const line = ({ name, probability }) => (100 * probability).toFixed(1).padStart(5) + ' %  ' + name;
  const answerTo = async (file) => {
    const response = await fetch(${JSON.stringify(first)}, { method: 'POST', body: file });
    const answer = await response.json();
    return answer.error ?? answer.classes?.map(line).join('\\n') ?? JSON.stringify(answer);
  };
  const ask = async (file) => {
    URL.revokeObjectURL(picture.src);
    picture.src = URL.createObjectURL(file);
    picture.hidden = false;
    result.textContent = 'Waiting for the answer';
    result.textContent = await answerTo(file).catch(() => 'The server does not answer.');
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
