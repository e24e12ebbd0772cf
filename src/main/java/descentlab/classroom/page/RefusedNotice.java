package descentlab.classroom.page;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import descentlab.classroom.ClassroomException;

/** Says why something was not done, where no place on the page is meant for it. */
final class RefusedNotice {

    private static final int MILLISECONDS = 10_000;

    private RefusedNotice() {}

    static void show(ClassroomException refused) {
        Notification.show(refused.getMessage(), MILLISECONDS, Notification.Position.BOTTOM_END)
                .addThemeVariants(NotificationVariant.ERROR);
    }
}
