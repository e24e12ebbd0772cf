package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.account.AccountRefused.About;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What holds of accounts on any database. */
abstract class TeachersContract {

    private static final String PASSWORD = "correct horse battery";
    private static final SignInFrom ELSEWHERE = new SignInFrom(Client.of("192.0.2.1"), Optional.empty());

    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private Teachers teachers;
    private AccountsOnly others;
    private final List<Audit.Entry> noted = new ArrayList<>();

    abstract ConfigurableApplicationContext application();

    @BeforeEach
    void start() {
        ConfigurableApplicationContext app = application();
        others = app.getBean(AccountsOnly.class);
        teachers = new Teachers(
                app.getBean(TeacherAccountRepository.class),
                app.getBean(TeacherLinkRepository.class),
                app.getBean(JdbcAggregateTemplate.class),
                app.getBean(PlatformTransactionManager.class),
                app.getBean(Passwords.class),
                new SignInThrottle(Counters.inMemory(() -> now)),
                app.getBean(TeacherDevices.class),
                app.getBean(TeacherSessions.class),
                app,
                noted::add,
                () -> now);
    }

    @AfterEach
    void empty() {
        others.objection = null;
        others.told.clear();
        TeacherAccountRepository accounts = application().getBean(TeacherAccountRepository.class);
        accounts.findByOrderByNameKey().forEach(account -> accounts.deleteById(account.id()));
        teachers.closeSetup();
    }

    private Teacher teacher(String name) {
        return teachers.redeem(teachers.setup().value(), name, PASSWORD);
    }

    private static void refused(About about, String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.about())
                        .isEqualTo(about))
                .hasMessageContaining(why);
    }

    private boolean signsIn(String name, String password) {
        return teachers.authenticate(name, password, ELSEWHERE).isPresent();
    }

    @Test
    void theSetupLinkMakesATeacherOnce() {
        Secret secret = teachers.setup();
        Teacher ada = teachers.redeem(secret.value(), " Ada ", PASSWORD);

        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(teachers.find(ada.id())).contains(ada);
        assertThat(teachers.authenticate("aDA", PASSWORD, ELSEWHERE)).contains(ada);
        refused(About.LINK, "has been used", () -> teachers.redeem(secret.value(), "Eve", PASSWORD));
        assertThat(teachers.all()).containsExactly(ada);
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneIsATeacher() throws Exception {
        String secret = teachers.setup().value();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Teacher>> tries = List.of(
                    () -> teachers.redeem(secret, "First", PASSWORD), () -> teachers.redeem(secret, "Second", PASSWORD));
            List<Future<Teacher>> ended = both.invokeAll(tries);
            assertThat(ended.stream().filter(each -> each.state() == Future.State.SUCCESS)).hasSize(1);
        }
        assertThat(teachers.all()).hasSize(1);
    }

    @Test
    void aNewSetupLinkReplacesTheEarlierOne() {
        Secret earlier = teachers.setup();
        Secret later = teachers.setup();
        refused(About.LINK, "not known", () -> teachers.redeem(earlier.value(), "Ada", PASSWORD));
        teachers.redeem(later.value(), "Ada", PASSWORD);
        Secret closed = teachers.setup();
        teachers.closeSetup();
        refused(About.LINK, "not known", () -> teachers.check(closed.value()));
    }

    @Test
    void aLinkThatIsTooOldOrForgedIsRefused() {
        Secret secret = teachers.setup();
        now = now.plus(Teachers.LINK_LASTS).minusSeconds(1);
        assertThat(teachers.check(secret.value())).isTrue();
        now = now.plusSeconds(1);
        refused(About.LINK, "too old", () -> teachers.redeem(secret.value(), "Ada", PASSWORD));
        for (String forged : List.of("", "x", Secret.random().value(), "' or 1=1 --", "x".repeat(1_000_000))) {
            refused(About.LINK, "not known", () -> teachers.redeem(forged, "Ada", PASSWORD));
        }
        assertThat(teachers.all()).isEmpty();
    }

    @Test
    void aLinkStillWorksAfterWhatIsTypedWasRefused() {
        String secret = teachers.setup().value();
        refused(About.NAME, "Type a name", () -> teachers.redeem(secret, " ", PASSWORD));
        refused(About.NAME, "1000000", () -> teachers.redeem(secret, "x".repeat(1_000_000), PASSWORD));
        refused(About.PASSWORD, "8 to 64", () -> teachers.redeem(secret, "Ada", "short"));
        refused(About.PASSWORD, "1000000", () -> teachers.redeem(secret, "Ada", "x".repeat(1_000_000)));
        assertThat(teachers.redeem(secret, "Ada", PASSWORD).name()).isEqualTo("Ada");
    }

    @Test
    void anInvitationMakesAnotherTeacherAndIsListedUntilThen() {
        Teacher ada = teacher("Ada");
        Secret secret = teachers.invite(ada.id());
        assertThat(teachers.openInvitations())
                .singleElement()
                .isEqualTo(new OpenInvitation(secret.id(), "Ada", now.plus(Duration.ofDays(7))));
        refused(About.NAME, "here already", () -> teachers.redeem(secret.value(), "ADA", "another password"));

        teachers.redeem(secret.value(), "Emmy", PASSWORD);

        assertThat(teachers.openInvitations()).isEmpty();
        assertThat(teachers.all()).extracting(Teacher::name).containsExactly("Ada", "Emmy");
        assertThat(signsIn("Ada", PASSWORD)).isTrue();
    }

    @Test
    void aRevokedInvitationNoLongerWorks() {
        Teacher ada = teacher("Ada");
        Secret secret = teachers.invite(ada.id());
        teachers.revoke(teachers.openInvitations().getFirst(), ada);
        refused(About.LINK, "not known", () -> teachers.redeem(secret.value(), "Emmy", PASSWORD));
    }

    @Test
    void invitationsAreBounded() {
        Teacher ada = teacher("Ada");
        for (int i = 0; i < Teachers.MOST_INVITATIONS; i++) {
            teachers.invite(ada.id());
        }
        refused(About.LINK, "revoke one first", () -> teachers.invite(ada.id()));
        now = now.plus(Teachers.LINK_LASTS);
        assertThat(teachers.openInvitations()).isEmpty();
        teachers.invite(ada.id());
    }

    @Test
    void theSetupLinkGivesATeacherANewPassword() {
        Teacher ada = teacher("Ada");
        assertThat(teachers.redeem(teachers.setup().value(), "ada", "a new password")).isEqualTo(ada);
        assertThat(signsIn("Ada", PASSWORD)).isFalse();
        assertThat(signsIn("Ada", "a new password")).isTrue();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        Teacher ada = teacher("Ada");
        refused(
                About.OLD_PASSWORD,
                "not your password",
                () -> teachers.changePassword(ada.id(), "wrong", "a new password", "session"));
        refused(About.PASSWORD, "8 to 64", () -> teachers.changePassword(ada.id(), PASSWORD, "short", "session"));
        teachers.changePassword(ada.id(), PASSWORD, "a new password", "session");
        assertThat(signsIn("Ada", PASSWORD)).isFalse();
        assertThat(signsIn("Ada", "a new password")).isTrue();
    }

    @Test
    void theOldPasswordCannotBeGuessedWithoutWaiting() {
        Teacher ada = teacher("Ada");
        for (int i = 0; i < 10; i++) {
            refused(
                    About.OLD_PASSWORD,
                    "not your password",
                    () -> teachers.changePassword(ada.id(), "wrong", "a new password", "session"));
        }
        refused(
                About.OLD_PASSWORD,
                "Wait 30 seconds",
                () -> teachers.changePassword(ada.id(), PASSWORD, "a new password", "session"));
        refused(About.OLD_PASSWORD, "Wait 30 seconds", () -> teachers.delete(ada.id(), PASSWORD, true, "session"));
    }

    @Test
    void theLastTeacherLeavesOnlyIfToldSo() {
        Teacher ada = teacher("Ada");
        refused(About.OLD_PASSWORD, "not your", () -> teachers.delete(ada.id(), "wrong", true, "session"));
        assertThat(teachers.isLast(ada.id())).isTrue();
        refused(About.ACCOUNT, "last teacher", () -> teachers.delete(ada.id(), PASSWORD, false, "session"));
        assertThat(others.told).isEmpty();

        teachers.delete(ada.id(), PASSWORD, true, "session");

        assertThat(others.told).containsExactly(new TeacherDeleted(ada.id()));
        assertThat(teachers.find(ada.id())).isEmpty();
        assertThat(signsIn("Ada", PASSWORD)).isFalse();
        refused(About.ACCOUNT, "no longer there", () -> teachers.invite(ada.id()));
    }

    @Test
    void whoLeavesTakesTheirInvitationsAlong() {
        Teacher ada = teacher("Ada");
        Teacher emmy = teacher("Emmy");
        String secret = teachers.invite(emmy.id()).value();
        assertThat(teachers.isLast(emmy.id())).isFalse();
        teachers.delete(emmy.id(), PASSWORD, false, "session");
        refused(About.LINK, "not known", () -> teachers.check(secret));
        assertThat(teachers.all()).containsExactly(ada);
    }

    @Test
    void nothingIsDeletedIfAnotherRoomCannot() {
        Teacher ada = teacher("Ada");
        others.objection = new IllegalStateException("disk full");
        assertThatThrownBy(() -> teachers.delete(ada.id(), PASSWORD, true, "session"))
                .hasMessageContaining("disk full");
        assertThat(teachers.find(ada.id())).contains(ada);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(teachers.find(new TeacherId(UUID.randomUUID()))).isEmpty();
        assertThat(signsIn("", "")).isFalse();
        assertThat(signsIn("x".repeat(1_000_000), "y".repeat(1_000_000))).isFalse();
        assertThat(signsIn("nul\0", PASSWORD)).isFalse();
    }

    @Test
    void theTablesHoldNoSecret() {
        Teacher ada = teacher("Ada");
        Secret secret = teachers.invite(ada.id());
        TeacherAccount account = application()
                .getBean(TeacherAccountRepository.class)
                .findById(ada.id().value())
                .orElseThrow();
        assertThat(account.password()).startsWith("{bcrypt}$2").doesNotContain(PASSWORD);
        assertThat(teachers.openInvitations().getFirst().id()).hasSize(64).doesNotContain(secret.value());
        assertThat(secret).asString().doesNotContain(secret.value());
        assertThat(account).asString().doesNotContain(account.password());
    }

    @Test
    void whatIsDoneIsWrittenDownWithItsTeacher() {
        Teacher ada = teacher("Ada");
        signsIn("ada", PASSWORD);
        signsIn("ada", "wrong");
        signsIn("a password in the wrong field", "Ada");
        teachers.redeem(teachers.invite(ada.id()).value(), "Emmy", PASSWORD);
        teachers.invite(ada.id());
        teachers.revoke(teachers.openInvitations().getFirst(), ada);
        refused(About.OLD_PASSWORD, "not your password", () -> teachers.changePassword(ada.id(), "wrong", PASSWORD + "!", ""));
        teachers.changePassword(ada.id(), PASSWORD, PASSWORD + "!", "");
        teachers.delete(ada.id(), PASSWORD + "!", true, "");

        assertThat(noted)
                .extracting(entry -> entry.deed() + " " + entry.teacher())
                .containsExactly(
                        "SETUP_LINK_USED Ada",
                        "SIGNED_IN Ada",
                        "SIGN_IN_FAILED Ada",
                        "SIGN_IN_FAILED ",
                        "INVITATION_MADE Ada",
                        "INVITATION_USED Emmy",
                        "INVITATION_MADE Ada",
                        "INVITATION_REVOKED Ada",
                        "PASSWORD_REFUSED Ada",
                        "PASSWORD_CHANGED Ada",
                        "ACCOUNT_DELETED Ada");
        assertThat(noted.get(1).from()).isEqualTo("192.0.2.1");
        assertThat(noted.toString()).doesNotContain(PASSWORD, "wrong field");
    }

    @Test
    void aSignInThatHasToWaitIsWrittenDown() {
        teacher("Ada");
        for (int failure = 1; failure <= 5; failure++) {
            signsIn("ada", "wrong");
        }
        assertThatThrownBy(() -> signsIn("ada", PASSWORD)).isInstanceOf(TooManyTries.class);
        assertThat(noted.getLast()).isEqualTo(new Audit.Entry(Deed.SIGN_IN_THROTTLED, "Ada", "192.0.2.1", java.util.Map.of()));
    }

    private boolean signsIn(String name, String password, Secret device) {
        return teachers.authenticate(name, password, new SignInFrom(Client.of("10.0.0.1"), Optional.of(device)))
                .isPresent();
    }

    private void attack(String name) {
        for (int i = 0; i < 6; i++) {
            try {
                assertThat(teachers.authenticate(
                                name, "guess " + i, new SignInFrom(Client.of("10.0.0.1"), Optional.empty())))
                        .isEmpty();
            } catch (TooManyTries wait) {
                // as it should
            }
        }
    }

    @Test
    void aDeviceInWhichTheTeacherSignedInComesInWhileTheNameIsAttackedFromItsOwnAddress() {
        Teacher ada = teacher("Ada");
        Secret device = Secret.random();
        TeacherDevices devices = application().getBean(TeacherDevices.class);
        devices.keep(device, ada.id(), now);
        attack("Ada");
        assertThatThrownBy(() -> signsIn("Ada", PASSWORD, Secret.random())).isInstanceOf(TooManyTries.class);
        assertThat(signsIn("Ada", PASSWORD, device)).isTrue();
    }

    @Test
    void aDeviceIsKnownForItsTeachersAndNoOther() {
        Teacher ada = teacher("Ada");
        Teacher bob = teacher("Bob");
        Secret staffRoom = Secret.random();
        TeacherDevices devices = application().getBean(TeacherDevices.class);
        devices.keep(staffRoom, ada.id(), now);
        assertThat(devices.knows(staffRoom, bob.id())).isFalse();
        devices.keep(staffRoom, bob.id(), now);
        devices.keep(staffRoom, bob.id(), now.plusSeconds(1));
        assertThat(devices.knows(staffRoom, ada.id()) && devices.knows(staffRoom, bob.id())).isTrue();
    }

    @Test
    void theDevicesUsedLastAreKnown() {
        Teacher ada = teacher("Ada");
        TeacherDevices devices = application().getBean(TeacherDevices.class);
        List<Secret> all = new ArrayList<>();
        for (int i = 0; i <= TeacherDevices.MOST; i++) {
            all.add(Secret.random());
            devices.keep(all.get(i), ada.id(), now.plusSeconds(i));
        }
        assertThat(all).filteredOn(device -> devices.knows(device, ada.id())).hasSize(TeacherDevices.MOST);
        assertThat(devices.knows(all.getFirst(), ada.id())).isFalse();
    }

    // ---- what outlives a server ----

    private SignIns signIns() {
        return new SignIns(
                application().getBean(JdbcClient.class), application().getBean(PlatformTransactionManager.class), () -> now);
    }

    @Test
    void aTokenIsExchangedAndTheEarlierOneHoldsForAMinuteMore() {
        Teacher ada = teacher("Ada");
        SignIns.Token first = signIns().begin(ada.id());
        SignIns.Token second = signIns().exchange(first.secret()).orElseThrow();
        assertThat(second.teacher()).isEqualTo(ada.id());
        assertThat(second.signIn()).isEqualTo(first.signIn());
        assertThat(second.secret()).isNotEqualTo(first.secret());
        now = now.plusSeconds(60);
        assertThat(signIns().exchange(first.secret())).as("of another request at once").isPresent();
        now = now.plusSeconds(1);
        assertThat(signIns().exchange(first.secret())).isEmpty();
        assertThat(signIns().exchange(second.secret())).isPresent();
        assertThat(signIns().exchange(Secret.random())).isEmpty();
    }

    @Test
    void aSignInEndsASchoolDayAfterItWhateverIsExchanged() {
        Secret token = signIns().begin(teacher("Ada").id()).secret();
        for (int hour = 1; hour < 8; hour++) {
            now = now.plus(Duration.ofHours(1));
            token = signIns().exchange(token).orElseThrow().secret();
        }
        now = now.plus(Duration.ofHours(1));
        assertThat(signIns().exchange(token)).isEmpty();
    }

    @Test
    void aSignInThatHasEndedIsNotGoneOnWith() {
        Teacher ada = teacher("Ada");
        SignIns.Token one = signIns().begin(ada.id());
        SignIns.Token other = signIns().begin(ada.id());
        SignIns.Token bobs = signIns().begin(teacher("Bob").id());
        Secret next = signIns().exchange(one.secret()).orElseThrow().secret();
        signIns().end(one.signIn());
        assertThat(signIns().exchange(one.secret())).isEmpty();
        assertThat(signIns().exchange(next)).isEmpty();
        signIns().endAll(ada.id(), Optional.empty());
        assertThat(signIns().exchange(other.secret())).isEmpty();
        assertThat(signIns().exchange(bobs.secret())).isPresent();
    }

    @Test
    void manyAtOnceAreAllSignedInButNotWithoutEnd() throws Exception {
        Secret token = signIns().begin(teacher("Ada").id()).secret();
        try (ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> page = () -> signIns().exchange(token).isPresent();
            for (Future<Boolean> signedIn : pages.invokeAll(Collections.nCopies(6, page))) {
                assertThat(signedIn.get()).isTrue();
            }
        }
        for (int i = 0; i < SignIns.MOST_TOKENS; i++) {
            signIns().exchange(token);
        }
        assertThat(signIns().exchange(token)).isEmpty();
        now = now.plusSeconds(61);
        assertThat(signIns().exchange(token)).isEmpty();
    }

    @Test
    void whoseAccountIsDeletedIsNobodyAnywhere() {
        Teacher ada = teacher("Ada");
        Secret token = signIns().begin(ada.id()).secret();
        teachers.delete(ada.id(), PASSWORD, true, "none");
        assertThat(signIns().exchange(token)).isEmpty();
    }
}
