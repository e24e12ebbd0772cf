/** Sends a file to the server. Knows nothing of drawing. */

/** Bytes, at most: the server would refuse more, after all of it was sent. */
export const MOST_BYTES = 10_000_000;

/** What became of it: the key it is kept by, or why it is not. */
export interface Given {
  key: string;
  refusal: string;
}

const AWAY = 'The server could not be reached. Try again in a moment.';

/** What an answer of the server says. */
export function read(status: number, body: string): Given {
  let said: { key?: unknown; refusal?: unknown; detail?: unknown } = {};
  try {
    said = JSON.parse(body) as typeof said;
  } catch {
    // no words of ours
  }
  if (status === 200 && typeof said.key === 'string') return { key: said.key, refusal: '' };
  const why = said.refusal ?? said.detail;
  return { key: '', refusal: typeof why === 'string' && why ? why : AWAY };
}

/** Sends a file; told on the way which share of it is sent. */
export function give(content: Blob, name: string, told: (share: number) => void): Promise<Given> {
  if (content.size > MOST_BYTES) {
    return Promise.resolve({ key: '', refusal: `A file may have 10 MB; this one has ${Math.ceil(content.size / 1e6)} MB.` });
  }
  return new Promise((resolve) => {
    // Not fetch, which does not tell how much is sent.
    const request = new XMLHttpRequest();
    request.open('POST', `api/own-data?told=true&name=${encodeURIComponent(name.slice(0, 200))}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.upload.onprogress = (sent) => told(sent.total > 0 ? sent.loaded / sent.total : 0);
    request.upload.onload = () => told(1);
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve({ key: '', refusal: AWAY });
    request.send(content);
  });
}
