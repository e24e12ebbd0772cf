package descentlab.python;

/** The library that a program is written for. What two have alike is written as NumPy has it. */
public enum Dialect {
    /** NumPy alone: update rules and derivatives by hand. */
    NUMPY("NumPy", "import numpy as np", "NumPy 1.24") {
        @Override
        String code(String numpy) {
            return numpy;
        }
    },

    /** PyTorch: derivatives by autograd, optimizers of torch.optim wherever these take the same steps. */
    TORCH("PyTorch", "import numpy as np\nimport torch", "PyTorch 2.2") {
        @Override
        String code(String numpy) {
            return numpy.replace("np.array(", "torch.tensor(").replace("np.", "torch.");
        }
    },

    /** JAX: derivatives by jax.grad; it has no optimizers of its own, so that all are by hand. */
    JAX("JAX", "import jax\nimport jax.numpy as jnp\nimport numpy as np", "JAX 0.4.30") {
        @Override
        String code(String numpy) {
            return numpy.replace("np.", "jnp.");
        }
    },

    /**
     * Keras 3 on whichever library it runs: its optimizers wherever these take the same steps. It has no derivatives of its own, so
     * that these are NumPy's by hand, but for those of networks.
     */
    KERAS("Keras", "import keras\nimport numpy as np\nfrom keras import ops", "Keras 3.3") {
        @Override
        String code(String numpy) {
            return numpy.replace("np.linalg.", "ops.")
                    .replaceAll("np\\.(float\\d+)", "\"$1\"")
                    .replace("np.asarray(", "ops.convert_to_tensor(")
                    .replace("np.", "ops.")
                    .replace("if not g.any()", "if not ops.any(g)")
                    .replace("(s - a**2).clip(0)", "ops.maximum(s - a**2, 0)")
                    .replace("hessian(x)", "hessian(ops.convert_to_numpy(x))")
                    .replace("n + (g != 0)", "n + ops.cast(g != 0, x.dtype)");
        }

        @Override
        String plain(String numpy) {
            return numpy;
        }
    };

    private static final String QUIET = "np.seterr(all=\"ignore\")  # whatever runs away is looked for below";

    private final String title;
    private final String imported;
    private final String wanted;

    Dialect(String title, String imported, String wanted) {
        this.title = title;
        this.imported = imported;
        this.wanted = wanted;
    }

    /** Its name in sentences. */
    public String title() {
        return title;
    }

    /** The statements that import it. */
    String imported() {
        return imported;
    }

    /** The oldest version that a script wants. */
    String wanted() {
        return wanted;
    }

    /** Whether its tensors are asked for gradients, so that these must hang on x, constants too. */
    boolean differentiates() {
        return this == TORCH || this == JAX;
    }

    /** What has it compute in double precision. */
    String inDouble() {
        return switch (this) {
            case NUMPY -> QUIET;
            case TORCH -> "torch.set_default_dtype(torch.float64)";
            case JAX -> "jax.config.update(\"jax_enable_x64\", True)";
            case KERAS -> "keras.config.set_floatx(\"float64\")  # on JAX it wants JAX_ENABLE_X64=1 in the environment, too\n" + QUIET;
        };
    }

    /** Code that was written for NumPy and is the same in the other library, but for the library's name. */
    abstract String code(String numpy);

    /** The same where not all need be the library's arrays. */
    String plain(String numpy) {
        return code(numpy);
    }
}
