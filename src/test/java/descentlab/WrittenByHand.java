package descentlab;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what Spring generates when the application is built, which is there where that has been done. */
public final class WrittenByHand implements ImportOption {

    @Override
    public boolean includes(Location file) {
        return !file.contains("__") && !file.contains("$$SpringCGLIB$$");
    }
}
