/** Where the focus was: what had it, and in which order the elements around it could have it. */

export interface Trail {
  element: HTMLElement;
  /** From the innermost: an element around it, all in it that could have the focus, and which of them had it. */
  around: { scope: ParentNode & Node; all: HTMLElement[]; index: number }[];
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
/** So many elements around are enough to go back to. */
const DEPTH = 6;

export function trailOf(element: HTMLElement): Trail {
  const around: Trail['around'] = [];
  let inner: Node = element;
  let scope = outward(element);
  while (scope && around.length < DEPTH) {
    const all = focusables(scope as ParentNode);
    const index = all.findIndex((each) => each === inner || each.contains(inner) || inner.contains(each));
    if (all.length > 1 && all.length !== around.at(-1)?.all.length) around.push({ scope: scope as ParentNode & Node, all, index: Math.max(0, index) });
    if (scope instanceof ShadowRoot) inner = scope.host;
    scope = outward(scope);
  }
  return { element, around };
}

export function focusables(scope: ParentNode): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

function outward(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host.parentNode : node.parentNode;
}

/**
 * What is nearest to where the focus was, of what can have it: first after it, then before it, then what is in its place now, in
 * the innermost element around it that is still there.
 *
 * @param now what could have the focus in an element now
 */
export function nearestOf(
  { around }: Trail, canHaveFocus: (element: HTMLElement) => boolean, now = focusables,
): HTMLElement | undefined {
  for (const { scope, all, index } of around) {
    if (!scope.isConnected) continue;
    const near = [...all.slice(index + 1), ...all.slice(0, index).reverse()].find(canHaveFocus);
    if (near) return near;
    const fresh = now(scope).filter(canHaveFocus);
    if (fresh.length > 0) return fresh[Math.min(index, fresh.length - 1)];
  }
  return undefined;
}
