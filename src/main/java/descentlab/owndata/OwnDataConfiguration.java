package descentlab.owndata;

import descentlab.heap.HeapShare;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much of the heap is for files that people gave. */
@Configuration
class OwnDataConfiguration {

    @Bean
    Shelf shelf(OwnData files) {
        return new Shelf(files, HeapShare.OWN_DATA.bytes());
    }
}
