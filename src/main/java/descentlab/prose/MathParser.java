package descentlab.prose;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads formulas, in which nothing else of Markdown means anything. One in a line neither begins nor ends with a blank,
 * so that prices in dollars are none.
 */
final class MathParser implements InlineContentParser {

    static final InlineContentParserFactory FACTORY = new InlineContentParserFactory() {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    };

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        boolean display = scanner.next('$');
        Position start = scanner.position();
        if (scanner.find('$') < 1) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, scanner.position()).getContent();
        scanner.next();
        boolean closed = display ? scanner.next('$') : tex.equals(tex.strip());
        if (!closed) {
            return ParsedInline.none();
        }
        return ParsedInline.of(new MathNode(tex, display), scanner.position());
    }
}
