/** Where the focus was: what had it, and where that stood in all that is around it. */

export interface Trail {
  element: HTMLElement;
  /** From the innermost: what is around it, and which of its children had the focus in it. */
  around: { scope: ParentNode & Node; index: number }[];
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

export function trailOf(element: HTMLElement): Trail {
  const around: Trail['around'] = [];
  let inner: Node = element;
  for (let scope = outward(inner); scope; scope = outward(scope)) {
    around.push({ scope: scope as ParentNode & Node, index: [...(scope as ParentNode).children].indexOf(inner as Element) });
    inner = scope instanceof ShadowRoot ? scope.host : scope;
    if (scope instanceof ShadowRoot) scope = scope.host;
  }
  return { element, around };
}

function outward(node: Node): Node | null {
  return node.parentNode instanceof Document ? null : node.parentNode;
}

/**
 * What is nearest to where the focus was, of what can have it: first after it, then before it, in the innermost element around it
 * that is still there.
 */
export function nearestOf(
  { around }: Trail, canHaveFocus: (element: HTMLElement) => boolean,
): HTMLElement | undefined {
  for (const { scope, index } of around) {
    if (!scope.isConnected) continue;
    const children = [...scope.children];
    const near = firstOf(children.slice(Math.max(0, index)), canHaveFocus, false)
      ?? firstOf(children.slice(0, Math.max(0, index)), canHaveFocus, true);
    if (near) return near;
  }
  return undefined;
}

/** The first, or the last, that can have the focus among elements and all that is in them. */
function firstOf(
  elements: Element[], canHaveFocus: (element: HTMLElement) => boolean, last: boolean,
): HTMLElement | undefined {
  for (const element of last ? elements.reverse() : elements) {
    const itself = element.matches(FOCUSABLE) && canHaveFocus(element as HTMLElement) ? element as HTMLElement : undefined;
    if (itself && !last) return itself;
    const within = firstOf([...element.shadowRoot?.children ?? [], ...element.children], canHaveFocus, last);
    if (within) return within;
    if (itself) return itself;
  }
  return undefined;
}
