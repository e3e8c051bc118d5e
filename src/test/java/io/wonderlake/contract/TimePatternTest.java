package io.wonderlake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimePatternTest {

    @Test
    void translatesJavaPatternsToTheEngines() {
        assertThat(TimePattern.translate("yyyy-MM-dd HH:mm:ss")).isEqualTo("%Y-%m-%d %H:%M:%S");
        assertThat(TimePattern.translate("M/d/yyyy H:mm:ss")).isEqualTo("%m/%d/%Y %H:%M:%S");
        assertThat(TimePattern.translate("yyyy-MM-dd'T'HH:mm:ss.SSS")).isEqualTo("%Y-%m-%dT%H:%M:%S.%g");
        assertThat(TimePattern.translate("dd MMM yy h:mm a")).isEqualTo("%d %b %y %I:%M %p");
        assertThat(TimePattern.translate("d%''MMMM")).isEqualTo("%d%%'%B");
    }

    @Test
    void knowsWhatItCannotTranslate() {
        assertThat(TimePattern.known("yyyy-QQ")).isFalse();
        assertThat(TimePattern.known("yyyy 'open")).isFalse();
        assertThat(TimePattern.known("")).isFalse();
    }
}
