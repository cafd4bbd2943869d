// Spring Boot 3: JUnit and AssertJ of its BOM, a cached context, a client that is made before the tests.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0\n') : 'all tests pass'
assert log.contains('order.asl.json') : 'the coverage is printed'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
