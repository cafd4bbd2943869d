package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The forms in which coverage is written. Each text depends on the coverage alone: no times, no folders of a machine. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum CoverageFormat {
    /** A table for the console: at most 119 columns, ASCII. */
    TABLE("coverage.txt") {
        @Override
        public String text(Coverage coverage) {
            return CoverageTable.text(coverage);
        }
    },
    /** Every item with its hits. */
    JSON("coverage.json") {
        @Override
        public String text(Coverage coverage) {
            return CoverageJson.text(coverage);
        }
    },
    /** Tracefiles of LCOV, for Codecov, Coveralls, GitLab, editors. */
    LCOV("lcov.info") {
        @Override
        public String text(Coverage coverage) {
            return Lcov.text(coverage);
        }
    },
    /** Cobertura's XML, for Jenkins, GitLab, Azure Pipelines. */
    COBERTURA("cobertura.xml") {
        @Override
        public String text(Coverage coverage) {
            return Cobertura.text(coverage);
        }
    },
    /**
     * SonarQube's generic format.
     *
     * @see <a href="https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/test-coverage/generic-test-data/">Generic
     *     test data</a>
     */
    SONAR("sonar-coverage.xml") {
        @Override
        public String text(Coverage coverage) {
            return SonarGeneric.text(coverage);
        }
    };

    private final String fileName;

    CoverageFormat(String fileName) {
        this.fileName = fileName;
    }

    /** What its file is called, such as {@code lcov.info}. */
    public String fileName() {
        return fileName;
    }

    /** The coverage in this form. */
    public abstract String text(Coverage coverage);

    /** The console's table without what was never taken: a line for each definition. */
    public static String summary(Coverage coverage) {
        return CoverageTable.rows(coverage);
    }
}
