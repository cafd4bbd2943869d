// Micronaut: JUnit of its BOM, a nested class, a client that is made before the tests.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n') : 'all tests pass'
assert log.contains('order.asl.json') : 'the coverage is printed'
