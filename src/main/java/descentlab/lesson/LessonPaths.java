package descentlab.lesson;

import descentlab.shell.PathNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lessons that have a page. */
@Configuration
class LessonPaths {

    @Bean
    PathNames lessonPages(Lessons lessons) {
        return new PathNames("lesson", id -> lessons.ids().contains(id));
    }
}
