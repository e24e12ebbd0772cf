/** Formulas with their style sheets, which on our own pages come with the page. */
import katex from 'katex/dist/katex.min.css?inline';
import ours from '../formula/formula.css?inline';
import '../formula/descent-formula';

const style = document.createElement('style');
style.textContent = `${String(katex)}\n${String(ours)}`;
document.head.append(style);
