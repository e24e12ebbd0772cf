package descentlab.notation;

/** What may stand in an expression beside numbers, brackets and + - * / ^, and how that is said to people. */
public interface Vocabulary {

    /** Whether a word is a name that has a value. */
    boolean isName(String word);

    /** The fewest arguments of a function; 0 if there is no function of that name. */
    int arguments(String function);

    /** The most arguments of a function that there is. */
    int mostArguments(String function);

    /** Whether comparisons are operators: &lt; &lt;= &gt; &gt;= == !=. */
    default boolean compares() {
        return false;
    }

    /** All characters beside letters, digits and _. */
    String signs();

    /** The characters in words. */
    String characters();

    /** What may stand for an operand, in words. */
    String operand();

    /** The functions, in words. */
    String functions();

    /** The operators, in words. */
    String operator();

    /** The functions of several arguments, in words. */
    String commas();

    /** How products and quotients are written, for who left out a sign. */
    String products();

    /** What may stand where a word does that is no name. */
    default String instead(String word) {
        return operand();
    }
}
