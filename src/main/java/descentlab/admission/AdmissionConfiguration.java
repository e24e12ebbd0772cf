package descentlab.admission;

import descentlab.client.Acquaintance;
import descentlab.client.Counters;
import descentlab.client.PeopleSeen;
import descentlab.heap.HeapShare;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts the bounds of pages in their places. */
@Configuration
class AdmissionConfiguration {

    /** After what all answers carry, before what may make a session. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final AdmittedPages pages;

    AdmissionConfiguration(PeopleSeen presence) {
        this.pages = new AdmittedPages(presence);
    }

    @Bean
    AdmittedPages admittedPages() {
        return pages;
    }

    @Bean
    Capacity capacity() {
        return Capacity.of(HeapShare.PAGES.bytes());
    }

    @Bean
    Admission admission(Counters counters, List<Acquaintance> acquaintances, Capacity capacity) {
        InstantSource clock = InstantSource.system();
        return new Admission(
                counters,
                acquaintances,
                capacity,
                pages::makeRoom,
                pages::isLookedAt,
                new Line(clock),
                new Newcomers(clock));
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFilter(Admission admission) {
        FilterRegistrationBean<AdmissionFilter> registration =
                new FilterRegistrationBean<>(new AdmissionFilter(admission));
        registration.setOrder(ORDER);
        return registration;
    }

    @Scheduled(fixedDelay = 5_000)
    void tidy() {
        pages.tidy();
    }
}
