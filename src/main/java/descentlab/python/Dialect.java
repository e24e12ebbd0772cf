package descentlab.python;

/** The library that a script is written for. What both have is written as NumPy has it. */
enum Dialect {
    NUMPY("import numpy as np", "NumPy 1.24") {
        @Override
        String code(String numpy) {
            return numpy;
        }
    },

    TORCH("import torch", "PyTorch 2.2") {
        @Override
        String code(String numpy) {
            return numpy.replace("np.array(", "torch.tensor(").replace("np.", "torch.");
        }
    };

    private final String imported;
    private final String wanted;

    Dialect(String imported, String wanted) {
        this.imported = imported;
        this.wanted = wanted;
    }

    /** The statement that imports it. */
    String imported() {
        return imported;
    }

    /** The oldest version that a script wants. */
    String wanted() {
        return wanted;
    }

    /** Code that was written for NumPy and is the same in the other library, but for the library's name. */
    abstract String code(String numpy);
}
